import { pasted } from "./pasted";
import type words from "./validationWords.json";

/** A host as people type or paste it, split into its parts. */
export interface HostAddress {
  /** The typed text, without the removed parts. */
  typed: string;
  /** The form that Pulse stores: ASCII, lower case, an IPv6 address without brackets. */
  host: string;
  port?: number;
  useHttps?: boolean;
}

/** The word for an error of a host. */
export type HostFault = Extract<keyof typeof words, "urlScheme" | "userInHost" | "host" | "hostPort" | "ipv4" | "ipv6" | "ipv6Brackets">;

/** The address, or its error, by the rules of Pulse: hostCases.json tests both. */
export function parseHost(text: string): HostAddress | HostFault {
  let rest = pasted(text);
  let useHttps: boolean | undefined;
  const scheme = rest.indexOf("://");
  if (scheme >= 0) {
    const name = rest.slice(0, scheme).toLowerCase();
    if (name !== "https" && name !== "http") {
      return "urlScheme";
    }
    useHttps = name === "https";
    rest = rest.slice(scheme + 3);
  } else if (rest.startsWith("//")) {
    rest = rest.slice(2);
  }
  // The path belongs to the page that was open, and not to the system.
  rest = rest.split(/[/\\?#]/, 1)[0] ?? "";
  if (rest.includes("@")) {
    return "userInHost";
  }
  const split = splitPort(rest);
  if (typeof split === "string") {
    return split;
  }
  const host = split.host.includes(":") ? ipv6(split.host) : name(split.host);
  return typeof host === "string"
    ? (host as HostFault)
    : {
        typed: split.host,
        host: host.host,
        ...(split.port === undefined ? {} : { port: split.port }),
        ...(useHttps === undefined ? {} : { useHttps }),
      };
}

/** The parts of a pasted URL or `host:port`; null for a plain name or address, and for a text that cannot be read. */
export function takeApart(text: string): HostAddress | null {
  const address = parseHost(text);
  return typeof address === "string" || (address.port === undefined && address.useHttps === undefined) ? null : address;
}

function splitPort(text: string): { host: string; port?: number } | HostFault {
  const bracketed = /^\[([^\]]*)\](.*)$/.exec(text);
  if (text.startsWith("[") && !(bracketed?.[1]?.includes(":") && /^(:|$)/.test(bracketed[2] ?? ""))) {
    return "ipv6";
  }
  const colon = text.indexOf(":");
  const one = colon >= 0 && colon === text.lastIndexOf(":");
  const host = bracketed?.[1] ?? (one ? text.slice(0, colon) : text);
  const port = bracketed ? (bracketed[2] ? bracketed[2].slice(1) : undefined) : one ? text.slice(colon + 1) : undefined;
  if (port === undefined) {
    return { host };
  }
  return isPort(port) ? { host, port: Number(port) } : "hostPort";
}

const isPort = (text: string): boolean => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;

function ipv6(text: string): { host: string } | HostFault {
  const address = hostOfUrl(`[${text}]`);
  if (address && !text.includes("%")) {
    return { host: address.slice(1, -1) };
  }
  const last = text.lastIndexOf(":");
  return isPort(text.slice(last + 1)) && hostOfUrl(`[${text.slice(0, last)}]`) ? "ipv6Brackets" : "ipv6";
}

function name(text: string): { host: string } | HostFault {
  // Characters that a URL parser would not read as part of the host, or would decode.
  if (text === "" || /[\s%:[\]<>^|]/.test(text)) {
    return "host";
  }
  // Full-width letters and digits stand for plain ones: a number at the end makes the text an address, which has one form only.
  const plain = text.normalize("NFKC").replaceAll("。", ".").toLowerCase().replace(/\.$/, "");
  if (/(^|\.)(\d+|0x[\da-f]*)$/.test(plain)) {
    return hostOfUrl(plain) === plain ? { host: plain } : "ipv4";
  }
  const ascii = hostOfUrl(text)?.replace(/\.$/, "");
  return ascii && ascii.length <= 253 && ascii.split(".").every((label) => /^[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?$/.test(label))
    ? { host: ascii }
    : "host";
}

// The browser prepares international names (UTS 46) and writes addresses in their one form.
function hostOfUrl(host: string): string | null {
  try {
    return new URL(`http://${host}/`).hostname || null;
  } catch {
    return null;
  }
}
