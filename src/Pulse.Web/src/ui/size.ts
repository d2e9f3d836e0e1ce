const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] as const;

/** A number of bytes in a readable unit: `512 B`, `1.5 TiB`. */
export function bytes(count: number): string {
  let rest = count;
  let unit = 0;
  while (Math.abs(rest) >= 1024 && unit < units.length - 1) {
    rest /= 1024;
    unit += 1;
  }
  return `${rest.toLocaleString("en-GB", { maximumFractionDigits: unit === 0 ? 0 : 1 })} ${units[unit]}`;
}
