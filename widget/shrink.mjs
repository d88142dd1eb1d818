/** Takes needless white space out of the css`` and html`` templates of a module, which esbuild leaves as they are. */
import ts from 'typescript';

const SHRINK = {
  css: (text) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/\s*([{};,>])\s*/g, '$1')
      .replace(/:\s+/g, ':')
      .replace(/;}/g, '}'),
  // Text may be laid out by its spaces, so one space stays where there were more.
  html: (text) => text.replace(/\s+/g, ' ').replace(/\s+(\/?>)/g, '$1'),
};
SHRINK.svg = SHRINK.html;

/** Gives the module's source with smaller templates. */
export function shrink(source, name) {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const edits = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node)) {
      const change = SHRINK[node.tag.getText()];
      const { template } = node;
      const parts = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template]
        : [template.head, ...template.templateSpans.map((span) => span.literal)];
      if (change) for (const part of parts) edits.push([part.getStart(), part.end, change(part.getText())]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  edits.sort((a, b) => b[0] - a[0]);
  return edits.reduce((text, [from, to, fresh]) => text.slice(0, from) + fresh + text.slice(to), source);
}

/**
 * Names of private members that can be shortened everywhere: those that no other property has, be it of the browser,
 * of Lit, or of what travels to and from the server.
 */
export function privateNames(sources, others) {
  const taken = new Set(others.flatMap((text) => text.match(/\w+/g) ?? []));
  const names = new Set();
  for (const [name, source] of Object.entries(sources)) {
    const visit = (node) => {
      const hidden = ts.isClassElement(node) && ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private;
      if (hidden && node.name && !taken.has(node.name.getText())) names.add(node.name.getText());
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true));
  }
  return [...names].sort();
}
