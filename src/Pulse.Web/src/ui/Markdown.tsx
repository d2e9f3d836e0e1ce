import { For, type JSX } from "solid-js";
import { type Block, type Inline, readMarkdown } from "./readMarkdown";

/** A short text in Markdown, as elements. Text that {@link readMarkdown} does not know stays text. */
export const Markdown = (props: { text: string }): JSX.Element => <For each={readMarkdown(props.text)}>{block}</For>;

const block = (block: Block): JSX.Element =>
  block.kind === "list" ? (
    <ul>
      <For each={block.items}>{(item) => <li>{inlines(item)}</li>}</For>
    </ul>
  ) : (
    <p>{inlines(block.content)}</p>
  );

const inlines = (parts: readonly Inline[]): JSX.Element => <For each={parts}>{inline}</For>;

function inline(part: Inline): JSX.Element {
  switch (part.kind) {
    case "strong":
      return <strong>{inlines(part.content)}</strong>;
    case "code":
      return <code>{part.text}</code>;
    case "link":
      return (
        <a href={part.href} target="_blank" rel="noreferrer">
          {inlines(part.content)}
        </a>
      );
    default:
      return part.text;
  }
}
