const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const rightToLeft = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Adlam}/u;

/**
 * A name from a person or a system, as a part of a sentence: without the characters that change the text direction around
 * the name, and with a right-to-left name isolated, so that it does not affect its neighbours.
 */
export function isolated(name: string): string {
  const straight = name.replace(turning, "");
  return rightToLeft.test(straight) ? `\u2068${straight}\u2069` : straight;
}
