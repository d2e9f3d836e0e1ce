import type { JSX } from "solid-js";

/** One action of a menu. */
export interface MenuItem {
  label: string;
  icon?: (props: { size: number }) => JSX.Element;
  /** The key of the same action, as shown. */
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
}

export interface MenuProps {
  /** The content of the button. */
  trigger: JSX.Element;
  label: string;
  /** Whether the button shows only an icon. */
  icon?: boolean;
  items: MenuItem[];
}
