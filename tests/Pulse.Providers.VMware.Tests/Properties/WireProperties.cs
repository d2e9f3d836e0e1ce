using System.Globalization;
using System.Text.Json;
using CsCheck;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Objects;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Tests.Properties;

public sealed class WireProperties
{
    private const int Tries = 2_000;

    [Fact]
    public void A_whole_number_of_64_bits_is_read_as_it_was_written() => Gen.Long.Sample(
        number => WireNumber.Whole(JsonSerializer.SerializeToElement(number)) == number, iter: Tries, threads: 1);

    [Fact]
    public void Every_number_is_a_whole_one_or_a_protocol_failure() =>
        Gen.Select(Gen.Long.Where(number => number != 0), Gen.OneOf("", ".5", "e3", "e400", "0", "0000000000"), (number, rest) => number.ToString(CultureInfo.InvariantCulture) + rest).Sample(
            text =>
            {
                using var json = JsonDocument.Parse(text);
                try
                {
                    return WireNumber.Whole(json.RootElement).ToString(CultureInfo.InvariantCulture) == text;
                }
                catch (PlatformFailureException failure)
                {
                    return failure.Category == FailureCategory.Protocol && !long.TryParse(text, CultureInfo.InvariantCulture, out _);
                }
            },
            iter: Tries,
            threads: 1);

    [Fact]
    public void An_id_stays_the_same_text_and_no_two_share_a_key() =>
        Gen.OneOf(Gen.String[1, 20], Gen.Select(Gen.OneOf("vm-", "host-", "group-v", ""), Gen.String[Gen.Char["0129"], 0, 12], (prefix, digits) => prefix + digits))
            .Array[1, 30].Sample(
            texts =>
            {
                var ids = new ObjectIds(new ReadLimits());
                var keys = Array.ConvertAll(texts, text => ids.KeyOf(ObjectKind.VirtualMachine, text));

                return keys.Select(ids.TextOf).SequenceEqual(texts)
                    && keys.Distinct().Count() == texts.Distinct(StringComparer.Ordinal).Count()
                    && Array.TrueForAll(keys, key => key.Kind == ObjectKind.VirtualMachine);
            },
            iter: 500,
            threads: 1);
}
