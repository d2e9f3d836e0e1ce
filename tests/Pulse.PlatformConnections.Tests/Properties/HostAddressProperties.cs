using CsCheck;
using Pulse.PlatformConnections.Connections;

namespace Pulse.PlatformConnections.Tests.Properties;

public sealed class HostAddressProperties
{
    // Any text, and texts of the characters that mean something in an address.
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["abXY019.:-_[]/\\@%?# é\u200bßﬀ。"], 0, 24],
        Gen.Select(Gen.OneOf("", "https://", "HTTP://", "//", "ftp://"), Gen.String[Gen.Char["ab01.:-"], 1, 12], (scheme, rest) => scheme + rest),
        Gen.OneOf(Gen.Long[0, 70_000], Gen.Long[0, 99_999_999_999]).Select(port => $"vcenter.example:{port}"),
        Gen.UInt.Select(number => new System.Net.IPAddress(number).ToString()),
        Gen.Byte.Array[16].Select(bytes => $"[{new System.Net.IPAddress(bytes)}]:443"));

    [Fact]
    public void Every_text_is_an_address_or_has_a_reason_why_not() => Texts.Sample(
        text =>
        {
            var (address, error) = HostAddress.Parse(text);

            return address is null ? !string.IsNullOrEmpty(error) : error is null;
        },
        iter: Repeat.Cheap,
        threads: 1);

    [Fact]
    public void An_address_that_was_read_is_in_ASCII_and_lower_case_and_not_too_long() => Texts.Sample(
        text => HostAddress.Parse(text).Address is not { } address
            || (address.Host.Length is >= 1 and <= 253
                && address.Host.All(character => char.IsAscii(character) && !char.IsAsciiLetterUpper(character))
                && address.Port is null or (>= 1 and <= 65535)),
        iter: Repeat.Cheap,
        threads: 1);

    [Fact]
    public void An_address_that_was_read_reads_the_same_again_also_as_a_URL() => Texts.Sample(
        text =>
        {
            if (HostAddress.Parse(text).Address is not { } address)
            {
                return true;
            }

            var host = address.Host.Contains(':') ? $"[{address.Host}]" : address.Host;
            var written = address.Port is { } port ? $"{host}:{port}" : host;
            return HostAddress.Parse(written).Address == address with { UseHttps = null }
                && HostAddress.Parse($" https://{written}/ui?a=b#c ").Address == address with { UseHttps = true };
        },
        iter: Repeat.Cheap,
        threads: 1);
}
