const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const rightToLeft = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Adlam}/u;

/**
 * A name that somebody typed or a system sent, as a part of a sentence: without the characters that turn the direction of what
 * stands around, and a name that is written from right to left by itself, so that it does not pull its neighbours along.
 */
export function isolated(name: string): string {
  const straight = name.replace(turning, "");
  return rightToLeft.test(straight) ? `\u2068${straight}\u2069` : straight;
}
