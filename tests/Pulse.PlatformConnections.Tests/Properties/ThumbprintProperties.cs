using CsCheck;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Tests.Properties;

public sealed class ThumbprintProperties
{
    private static readonly Gen<string> Digits = Gen.OneOf(Gen.Byte.Array[20], Gen.Byte.Array[32]).Select(Convert.ToHexString);

    [Fact]
    public void A_thumbprint_reads_the_same_however_it_was_copied() =>
        Gen.Select(
            Digits,
            Gen.OneOf("", ":", "-", " ", "\u2011"),
            Gen.OneOf("", "SHA256 Fingerprint=", "sha-1: ", "\"", "'", "  ", "\u200e"),
            Gen.OneOf("", "\"", ",", ". ", "\n"),
            Gen.Bool).Sample(
            (digits, between, before, after, isLower) =>
            {
                var copied = before + string.Join(between, digits.Chunk(2).Select(pair => new string(pair))) + after;
                var parsed = CertificateThumbprint.Parse(isLower ? copied.ToLowerInvariant() : copied);

                return parsed is not null
                    && parsed.ToString() == string.Join(':', digits.Chunk(2).Select(pair => new string(pair)))
                    && parsed == CertificateThumbprint.Parse(parsed.ToString())
                    && parsed.IsSha1 == (digits.Length == 40);
            },
            iter: Repeat.Cheap,
            threads: 1);

    [Fact]
    public void Every_text_is_a_thumbprint_of_20_or_32_bytes_or_none() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789abcdefABCDEF:- g\u200b"], 38, 100]).Sample(
            text => CertificateThumbprint.Parse(text) is not { } parsed || parsed.ToString().Split(':') is { Length: 20 or 32 } pairs
                && Array.TrueForAll(pairs, pair => pair.Length == 2 && pair.All(char.IsAsciiHexDigitUpper)),
            iter: Repeat.Cheap,
            threads: 1);

    [Fact]
    public void A_digit_more_or_less_is_no_thumbprint() => Gen.Select(Digits, Gen.Bool).Sample(
        (digits, isMore) => CertificateThumbprint.Parse(isMore ? digits + "0" : digits[1..]) is null, iter: Repeat.Cheap, threads: 1);
}
