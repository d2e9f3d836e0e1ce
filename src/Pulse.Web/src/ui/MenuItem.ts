import type { JSX } from "solid-js";

/** One action of a menu. */
export interface MenuItem {
  label: string;
  icon?: (props: { size: number }) => JSX.Element;
  /** The key that does the same, as it is shown. */
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
}

export interface MenuProps {
  /** What the button shows. */
  trigger: JSX.Element;
  label: string;
  /** Whether the button shows an icon only. */
  icon?: boolean;
  items: MenuItem[];
}
