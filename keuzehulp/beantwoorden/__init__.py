"""Answers to questions about the sources; `antwoorden.answer` is the way in.

On the way from question to answer:

- `kennis`: a question (`Vraag`), an answer (`Antwoord`), and what is built once per knowledge base;
- `antwoorden`: a whole message, also one that holds two questions;
- `afwegen`: the rules weighed against the example questions, alone and with the question before it;
- `gelezen`: the question as it is read, which every function below takes as `q`;
- `regels`: the rules in order, and the search when none applies;
- `onderwerp`: which subject a question is about, when no rule before that decided;
- `samenstellen`: what is told along, the other side of it, and nothing twice;
- `uitspraken`: which statements and subjects fit, for all that answer;
- `opmaak`: statements as text.

What is answered to which kind of question:

- `programmas`: described programmes, one or more of them, and an element in one;
- `elementen`: what an element is, why it is asked, evidence and figures, and whether one is better than another;
- `begrippen`: concepts and definitions, questions in known words, two subjects beside each other;
- `auteurs`: what researchers found who are asked by name;
- `aantallen`: amounts, percentages, lists and reasons, and whether an answer holds what is asked for;
- `plaatsen`: what a study says, what stands in a section, whether something is in the list of building blocks;
- `vast`: questions in known words, whether something is in the keuzehulp, what the article says of an element;
- `woorduitleg`: a word that the sources do not explain;
- `vervolg`: where the last answer stands, more of it, how many that were;
- `weigeren`: what the sources do not hold, false conclusions, nothing found.

The rules, of which the first that applies answers: a question in known words (`vast`), whether
texts may be taken over (`weigeren`); what kind of research it is, what it rests on, a question in known
words (`elementen`, `begrippen`); researchers by name (`auteurs`); a place that is pointed at (`plaatsen`); the source
of the last answer (`vervolg`);
a limit (`weigeren`); all programmes, two or more (`programmas`); a follow-up on a limit (`weigeren`); more of the
same (`vervolg`); which of the two about the teacher (`opmaak`); a bare "hoeveel?" (`vervolg`); two elements weighed,
two subjects (`elementen`, `begrippen`); a percentage, an amount (`aantallen`); the subject (`onderwerp`); search
(`regels`).
"""
