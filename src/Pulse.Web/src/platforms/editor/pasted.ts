const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;

/** A text that people copy from elsewhere: composed, plain blanks, none around, and nothing in it that cannot be seen. */
export const pasted = (text: string): string =>
  text
    .replace(invisible, "")
    .normalize("NFC")
    .replace(/\p{Zs}/gu, " ")
    .trim();
