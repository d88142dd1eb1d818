"""The frame of the HTML reports: one file, no script needed, no request to anywhere."""

from __future__ import annotations

from html import escape

_STYLE = """
:root { color-scheme: light dark; --ink:#1b1b1f; --paper:#fff; --line:#c9c9d1; --quiet:#55555f;
  --user:#e3eefc; --bot:#f1f1f4; --bad:#a8071a; --badbg:#fff0f0; --good:#155724; --link:#0b57a4;
  --gone:#ffd6d6; --new:#cdeccf }
@media (prefers-color-scheme: dark) { :root { --ink:#ececf1; --paper:#17171b; --line:#4a4a55;
  --quiet:#b4b4c0; --user:#1d3350; --bot:#26262d; --bad:#ff9a9a; --badbg:#3a1a1c; --good:#8fdc9b;
  --link:#8ec1ff; --gone:#6b2328; --new:#1f5130 } }
* { box-sizing: border-box }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 60rem; margin: 0 auto; padding: 1rem }
a { color: var(--link) } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem } h3 { font-size: 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .35rem .6rem; border: 1px solid var(--line); vertical-align: top;
  overflow-wrap: anywhere }
.sum { font-size: 1.1rem } .quiet, .meta { color: var(--quiet); font-size: .9rem }
.failed { color: var(--bad) } .passed { color: var(--good) }
ol.talk { list-style: none; padding: 0; display: flex; flex-direction: column; gap: .5rem }
.say { max-width: 85%; padding: .5rem .8rem; border-radius: .6rem; white-space: pre-wrap;
  overflow-wrap: anywhere; border: 1px solid var(--line) }
.user { align-self: flex-end; background: var(--user) } 
.bot { align-self: flex-start; background: var(--bot) }
.say b { display: block; font-size: .8rem; color: var(--quiet) }
.choice { display: inline-block; border: 1px solid var(--link); border-radius: 1rem; padding: 0 .7rem;
  margin: .3rem .3rem 0 0 }
.problem { border: 2px solid var(--bad); background: var(--badbg); 
  padding: .5rem .8rem; border-radius: .3rem }
.problem pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0;
  font: .9rem/1.4 ui-monospace, monospace }
.problem td { width: 50% }
del { background: var(--gone) } ins { background: var(--new) }
details { margin: .2rem 0 } summary { cursor: pointer }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
meter { width: 8rem }
@media (max-width: 40rem) { .say { max-width: 100% } }
"""


def page(title: str, body: str) -> str:
    """A whole HTML page around `body`."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )
