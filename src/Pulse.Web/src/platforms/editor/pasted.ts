const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;

/** A copied text: composed, with plain blanks, trimmed, and without invisible characters. */
export const pasted = (text: string): string =>
  text
    .replace(invisible, "")
    .normalize("NFC")
    .replace(/\p{Zs}/gu, " ")
    .trim();
