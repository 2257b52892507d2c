/** The report as one file: what stands on the page, without what can be pressed, and nothing that is not in it. */
import {tokens} from '../styles/tokens.js';
import {paperPage, paperStyles} from './paper.styles.js';

/** Nothing may be loaded or run; the look is in the file itself. */
const kPolicy = "default-src 'none'; style-src 'unsafe-inline'";

/** `shown` is the report as it stands on the page. */
export function paperFile(shown: Element, language: string, title: string): string {
  const copy = shown.cloneNode(true) as Element;
  for (const tool of copy.querySelectorAll('[data-tool]')) tool.remove();
  raiseHeadings(copy);
  const look = [tokens, ...paperStyles, paperPage].map(({cssText}) => cssText).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${kPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
${look.replaceAll(/:host(?=\s*\{)/g, ':root').replaceAll('</', '<\\/')}
</style>
</head>
<body>
<main>${copy.outerHTML.replaceAll(/<!--[\s\S]*?-->/g, '')}</main>
</body>
</html>
`;
}

/** By itself the report begins with the first heading there is. */
function raiseHeadings(of: Element): void {
  for (const heading of of.querySelectorAll('h2, h3')) {
    const higher = document.createElement(heading.localName === 'h2' ? 'h1' : 'h2');
    higher.append(...heading.childNodes);
    heading.replaceWith(higher);
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
