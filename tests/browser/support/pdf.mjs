// What a printed page says.
import { execFileSync } from 'node:child_process';

// Prints the page to PDF (Chromium only) and gives its text back in reading order, pages parted by form feeds.
export async function printedText(page, options = { format: 'A4' }) {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, ...options });
  return textOf(pdf);
}

// The text of a PDF: laid out as on the page, or with `-raw` cell by cell.
export function textOf(pdf, order = '-layout') {
  return execFileSync('pdftotext', [order, '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1 << 26 });
}
