using System.Text;

namespace Pulse.Access.Texts;

/// <summary>RFC 3492, for one label of a host name, without the prefix.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int FirstThreshold = 1;
    private const int LastThreshold = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int FirstBias = 72;
    private const int FirstPoint = 0x80;

    public static string Encode(string label)
    {
        var points = label.EnumerateRunes().Select(rune => rune.Value).ToList();
        var encoded = new StringBuilder(string.Concat(label.Where(char.IsAscii)));
        var basic = encoded.Length;
        var handled = basic;
        if (basic > 0)
        {
            encoded.Append('-');
        }

        var (point, delta, bias) = (FirstPoint, 0, FirstBias);
        while (handled < points.Count)
        {
            var next = points.Where(candidate => candidate >= point).Min();
            delta += (next - point) * (handled + 1);
            point = next;
            foreach (var each in points)
            {
                if (each < point)
                {
                    delta++;
                }
                else if (each == point)
                {
                    AppendNumber(encoded, delta, bias);
                    bias = Adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }

            delta++;
            point++;
        }

        return encoded.ToString();
    }

    /// <returns>Null if the text is not Punycode.</returns>
    public static string? Decode(string encoded)
    {
        var end = encoded.LastIndexOf('-');
        var points = encoded[..Math.Max(end, 0)].Select(character => (int)character).ToList();
        var (point, index, bias) = (FirstPoint, 0, FirstBias);
        for (var position = end + 1; position < encoded.Length;)
        {
            if (ReadNumber(encoded, ref position, bias) is not { } number)
            {
                return null;
            }

            var count = points.Count + 1;
            bias = Adapt(number, count, index == 0 && point == FirstPoint && points.Count == Math.Max(end, 0));
            index += number;
            point += index / count;
            index %= count;
            if (!Rune.IsValid(point))
            {
                return null;
            }

            points.Insert(index++, point);
        }

        return string.Concat(points.Select(char.ConvertFromUtf32));
    }

    private static void AppendNumber(StringBuilder encoded, int number, int bias)
    {
        for (var place = Base; ; place += Base)
        {
            var threshold = Threshold(place, bias);
            if (number < threshold)
            {
                encoded.Append(Digit(number));
                return;
            }

            encoded.Append(Digit(threshold + ((number - threshold) % (Base - threshold))));
            number = (number - threshold) / (Base - threshold);
        }
    }

    private static int? ReadNumber(string encoded, ref int position, int bias)
    {
        var (number, weight) = (0L, 1L);
        for (var place = Base; position < encoded.Length; place += Base)
        {
            var digit = char.ToLowerInvariant(encoded[position++]) switch
            {
                >= 'a' and <= 'z' and var letter => letter - 'a',
                >= '0' and <= '9' and var cipher => cipher - '0' + 26,
                _ => Base,
            };
            number += digit * weight;
            if (digit == Base || number > int.MaxValue / 2)
            {
                return null;
            }

            var threshold = Threshold(place, bias);
            if (digit < threshold)
            {
                return (int)number;
            }

            weight *= Base - threshold;
        }

        return null;
    }

    private static int Threshold(int place, int bias) => Math.Clamp(place - bias, FirstThreshold, LastThreshold);

    private static int Adapt(int delta, int count, bool first)
    {
        delta /= first ? Damp : 2;
        delta += delta / count;
        var places = 0;
        while (delta > (Base - FirstThreshold) * LastThreshold / 2)
        {
            delta /= Base - FirstThreshold;
            places += Base;
        }

        return places + ((Base - FirstThreshold + 1) * delta / (delta + Skew));
    }

    private static char Digit(int value) => (char)(value < 26 ? 'a' + value : '0' + value - 26);
}
