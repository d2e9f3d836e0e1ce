/** A part of a line. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "strong"; content: Inline[] }
  | { kind: "link"; href: string; content: Inline[] };

/** A paragraph or a list. */
export type Block = { kind: "paragraph"; content: Inline[] } | { kind: "list"; items: Inline[][] };

// `code`, **strong**, [text](https://address): the first one in the text is read.
const marked = /`([^`]+)`|\*\*(.+?)\*\*|\[([^\]]+)\]\((https:\/\/[^\s()<>"]+)\)/;

/**
 * Reads the subset of Markdown that an introduction needs: paragraphs, lists with `- `, `**strong**`, code, and links to https. All
 * other text, above all HTML, stays text.
 */
export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  for (const lines of text.split(/\r?\n\s*\r?\n/).map((part) => part.split(/\r?\n/))) {
    let list: string[] = [];
    let paragraph: string[] = [];
    const end = () => {
      if (paragraph.length > 0) {
        blocks.push({ kind: "paragraph", content: readInlines(paragraph.join(" ")) });
      }
      if (list.length > 0) {
        blocks.push({ kind: "list", items: list.map(readInlines) });
      }
      paragraph = [];
      list = [];
    };
    for (const line of lines.filter((each) => each.trim() !== "")) {
      if (line.startsWith("- ")) {
        if (paragraph.length > 0) {
          end();
        }
        list.push(line.slice(2).trim());
      } else if (list.length > 0) {
        // A line after an item, without its own mark, belongs to the item.
        list.push(`${list.pop()} ${line.trim()}`);
      } else {
        paragraph.push(line.trim());
      }
    }
    end();
  }
  return blocks;
}

function readInlines(text: string): Inline[] {
  const found = marked.exec(text);
  if (!found) {
    return text === "" ? [] : [{ kind: "text", text }];
  }
  const [all, code, strong, label, href] = found;
  const before: Inline[] = found.index > 0 ? [{ kind: "text", text: text.slice(0, found.index) }] : [];
  return [...before, inlineOf(code, strong, label, href), ...readInlines(text.slice(found.index + all.length))];
}

function inlineOf(code?: string, strong?: string, label?: string, href?: string): Inline {
  if (code !== undefined) {
    return { kind: "code", text: code };
  }
  return strong !== undefined
    ? { kind: "strong", content: readInlines(strong) }
    : { kind: "link", href: href ?? "", content: readInlines(label ?? "") };
}
