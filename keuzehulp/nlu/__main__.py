"""`python -m keuzehulp.nlu "tekst"`: print what the pipeline understands of a message."""

from __future__ import annotations

import sys

from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.pijplijn import laad


def beschrijf(begrip: Begrip) -> str:
    """The findings of one message as readable lines."""
    regels = [f"norm      {begrip.norm}"]
    regels += [f"deel {deel.nummer}    [{deel.opener}] {deel.tekst}" for deel in begrip.delen]
    for vermelding in begrip.vermeldingen:
        namen = ", ".join(f"{term.soort}:{term.id}" for term in vermelding.kandidaten[:4])
        regels.append(
            f"noemt     {begrip.tekst[vermelding.begin : vermelding.eind]!r} ({vermelding.manier}) -> {namen}"
        )
    regels += [f"paar      {paar.element} = {paar.waarde}  ({paar.cue or 'geen cue'})" for paar in begrip.paren]
    regels.append(f"antwoord  kaal={begrip.kaal} eerste={begrip.eerste} geheel={begrip.geheel} ({begrip.geheel_cue})")
    if begrip.hints:
        regels.append("hints     " + ", ".join(f"{term.tekst}->{term.id}" for term in begrip.hints[:6]))
    regels.append(f"vraag={begrip.vraag} crisis={begrip.crisis}")
    return "\n".join(regels)


def main(argumenten: list[str]) -> int:
    """Read messages from the arguments, or line by line from standard input."""
    nlp = laad()
    for tekst in argumenten or (regel.rstrip("\n") for regel in sys.stdin):
        print(f"> {tekst}\n{beschrijf(nlp(tekst)._.begrip)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
