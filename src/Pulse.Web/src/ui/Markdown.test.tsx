import { render } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { Markdown } from "./Markdown";

const html = (text: string) => render(() => <Markdown text={text} />).container.innerHTML;

it("shows paragraphs, lists, what is strong, and code", () => {
  expect(html("It **changes nothing**, and\nsigns out.\n\nIt needs:\n- `System.View`\n- the role\n  **Read-only**")).toBe(
    "<p>It <strong>changes nothing</strong>, and signs out.</p>" +
      "<p>It needs:</p><ul><li><code>System.View</code></li><li>the role <strong>Read-only</strong></li></ul>",
  );
});

it("takes the marks in code, and code in what is strong, for what they are", () => {
  expect(html("`**kwargs` and **the role `admin`**")).toBe("<p><code>**kwargs</code> and <strong>the role <code>admin</code></strong></p>");
});

it("leads to https, in a page of its own", () => {
  expect(html("See [the **manual**](https://docs.example/a?b=1#c).")).toBe(
    '<p>See <a target="_blank" rel="noreferrer" href="https://docs.example/a?b=1#c">the <strong>manual</strong></a>.</p>',
  );
});

it.each([
  "[here](http://docs.example)",
  "[here](javascript:alert(1))",
  "[here](JAVASCRIPT:alert(1))",
  "[here](data:text/html,x)",
  "[here](/api/access/sign-out)",
  "[here](https://)",
  '[here](https://docs.example" onclick="x)',
  '[here](https://docs.example"onclick="x")',
  "[here](https://docs.example/<b>)",
  "![image](//docs.example/x.png)",
])("leads nowhere else: %s", (text) => {
  const { container } = render(() => <Markdown text={text} />);
  expect(container.querySelector("a, img")).toBeNull();
  expect(container).toHaveTextContent(text, { normalizeWhitespace: false });
});

it.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "**<b onmouseover=x>bold</b>**",
  "- <a href='https://docs.example'>link</a>",
  "`<i>`",
  "[<svg onload=x>](https://docs.example)",
  "&lt;b&gt; &amp;",
])("lets no HTML through: %s", (text) => {
  const { container } = render(() => <Markdown text={text} />);
  expect([...container.querySelectorAll("*")].map((element) => element.tagName.toLowerCase())).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(script|img|b|i|svg)$/)]),
  );
  expect(container.textContent).toBe(text.replace(/^- |\*\*|`|\[|\]\(.*\)/g, ""));
});

it("shows nothing of nothing, and an open mark as it is", () => {
  expect(html("  \n\n ")).toBe("");
  expect(html("2 ** 3 and `open and [x]")).toBe("<p>2 ** 3 and `open and [x]</p>");
});
