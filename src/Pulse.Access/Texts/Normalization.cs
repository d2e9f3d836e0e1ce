using System.Collections.Frozen;
using System.Text;

namespace Pulse.Access.Texts;

/// <summary>Unicode Normalization Form C (UAX #15), because the framework's own does nothing under invariant globalization.</summary>
internal static class Normalization
{
    private const int HangulBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TrailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TrailCount = 28;
    private const int HangulCount = LeadCount * VowelCount * TrailCount;

    private static readonly Lazy<Tables> Data = new(Tables.Read);

    public static string Compose(string text)
    {
        // Below U+0300 no character composes and no character is half a surrogate pair.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02ff'))
        {
            return text;
        }

        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, points);
        }

        Order(points);
        Compose(points);
        var composed = new StringBuilder(text.Length);
        foreach (var point in points)
        {
            composed.Append(new Rune(point).ToString());
        }

        return composed.ToString();
    }

    private static void Decompose(int point, List<int> points)
    {
        if (point - HangulBase is >= 0 and < HangulCount and var index)
        {
            points.Add(LeadBase + (index / (VowelCount * TrailCount)));
            points.Add(VowelBase + (index % (VowelCount * TrailCount) / TrailCount));
            if (index % TrailCount is > 0 and var trail)
            {
                points.Add(TrailBase + trail);
            }
        }
        else if (Data.Value.Decompositions.TryGetValue(point, out var parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, points);
            }
        }
        else
        {
            points.Add(point);
        }
    }

    /// <summary>Sorts each run of marks by class. Marks of one class keep their order.</summary>
    private static void Order(List<int> points)
    {
        for (var start = 0; start < points.Count; start++)
        {
            if (Class(points[start]) == 0)
            {
                continue;
            }

            var end = start;
            while (end < points.Count && Class(points[end]) != 0)
            {
                end++;
            }

            var run = points.GetRange(start, end - start).OrderBy(Class).ToList();
            for (var index = 0; index < run.Count; index++)
            {
                points[start + index] = run[index];
            }

            start = end;
        }
    }

    private static void Compose(List<int> points)
    {
        var starter = -1;
        var kept = 0;
        var lastClass = 0;
        for (var index = 0; index < points.Count; index++)
        {
            var point = points[index];
            var combining = Class(point);

            // A mark of the same class in between blocks a mark from its starter; any character in between blocks a starter.
            var blocked = starter >= 0 && kept - 1 > starter && (lastClass == 0 || lastClass >= combining);
            if (starter >= 0 && !blocked && Pair(points[starter], point) is { } composed)
            {
                points[starter] = composed;
                continue;
            }

            if (combining == 0)
            {
                starter = kept;
            }

            lastClass = combining;
            points[kept++] = point;
        }

        points.RemoveRange(kept, points.Count - kept);
    }

    private static int? Pair(int first, int second)
    {
        if (first - LeadBase is >= 0 and < LeadCount and var lead && second - VowelBase is >= 0 and < VowelCount and var vowel)
        {
            return HangulBase + (((lead * VowelCount) + vowel) * TrailCount);
        }

        if (first - HangulBase is >= 0 and < HangulCount and var index && index % TrailCount == 0 && second - TrailBase is > 0 and < TrailCount and var trail)
        {
            return first + trail;
        }

        return Data.Value.Compositions.TryGetValue((first, second), out var composed) ? composed : null;
    }

    private static int Class(int point) => point < 0x300 ? 0 : Data.Value.Classes.GetValueOrDefault(point);

    private sealed record Tables(
        FrozenDictionary<int, byte> Classes, FrozenDictionary<int, int[]> Decompositions, FrozenDictionary<(int First, int Second), int> Compositions)
    {
        public static Tables Read()
        {
            var classes = new Dictionary<int, byte>();
            var decompositions = new Dictionary<int, int[]>();
            var compositions = new Dictionary<(int, int), int>();
            foreach (var row in UnicodeTable.Read("normalization.txt"))
            {
                var point = UnicodeTable.CodePoint(row[0]);
                if (byte.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture) is > 0 and var combining)
                {
                    classes[point] = combining;
                }

                var parts = UnicodeTable.CodePoints(row[2].TrimEnd('!'));
                if (parts.Length > 0)
                {
                    decompositions[point] = parts;
                }

                if (parts.Length == 2 && !row[2].EndsWith('!'))
                {
                    compositions[(parts[0], parts[1])] = point;
                }
            }

            return new(classes.ToFrozenDictionary(), decompositions.ToFrozenDictionary(), compositions.ToFrozenDictionary());
        }
    }
}
