/** The path below which this page is served, such as `/pulse`; empty at the root. The server writes it into the page. */
export const basePath = document.querySelector<HTMLMetaElement>('meta[name="pulse-base"]')?.content ?? "";

/** A path of the router's location without the base, as the router takes it again. */
export const withoutBase = (path: string, base = basePath): string =>
  base !== "" && (path === base || path.startsWith(`${base}/`)) ? path.slice(base.length) || "/" : path;
