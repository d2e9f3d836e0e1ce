using System.Buffers.Binary;
using System.Security.Authentication;
using System.Text;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connecting;

public sealed class TlsVersionTests
{
    private const int SupportedVersions = 43;

    // The answers of old servers to a client that offers TLS 1.2 or 1.3.
    public static TheoryData<string, byte[], string> Answers => new()
    {
        { "an alert protocol_version", [0x15, 3, 1, 0, 2, 2, 70], "older than 1.2" },
        { "a TLS 1.1 server hello", [0x16, 3, 2, 0, 6, 2, 0, 0, 2, 3, 2], "older than 1.2" },
        { "a TLS 1.0 server hello", [0x16, 3, 1, 0, 6, 2, 0, 0, 2, 3, 1], "older than 1.2" },
        { "an alert handshake_failure", [0x15, 3, 3, 0, 2, 2, 40], "no TLS version or cipher in common" },
        { "plain HTTP", Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), "serves plain HTTP" },
        { "SSH", Encoding.ASCII.GetBytes("SSH-2.0-OpenSSH_9.2\r\n"), "speaks no TLS" },
        { "nothing", [], "speaks no TLS" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_handshake_that_fails_before_there_is_a_certificate_is_told_by_what_the_system_sent(string name, byte[] answer, string words)
    {
        name.Should().NotBeEmpty();
        await using var server = RawServer.Answering(answer);

        var failure = await FailureAsync(server.Port);

        failure.Category.Should().Be(FailureCategory.Protocol);
        failure.Sentence.Should().Contain($"localhost:{server.Port}").And.Contain(words);
        failure.Remedy.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Only_tls_1_2_and_1_3_are_offered_whatever_the_machine_allows()
    {
        await using var server = RawServer.Answering([]);

        await FailureAsync(server.Port);

        // Most machines allow no older versions by default: the setting matters on the machines that do.
        EndpointDialer.Protocols.Should().Be(SslProtocols.Tls12 | SslProtocols.Tls13);
        VersionsIn(server.Heard).Should().BeEquivalentTo([0x0303, 0x0304]);
    }

    private static async Task<PlatformFailureException> FailureAsync(int port)
    {
        var target = new ConnectionTarget { Host = "localhost", Port = port, InsecureSkipVerify = true };
        var attempt = new Attempt(AttemptPurpose.Test, target, new NoLogins(), TimeProvider.System);
        return (await new EndpointConnector(TimeProvider.System)
            .Invoking(connector => connector.ConnectAsync(target, attempt, CancellationToken.None))
            .Should().ThrowAsync<PlatformFailureException>()).Which;
    }

    /// <summary>The versions that a client hello offers (RFC 8446, 4.1.2 and 4.2.1).</summary>
    private static List<int> VersionsIn(byte[] hello)
    {
        const int RecordAndHandshakeHeader = 9;
        const int VersionAndRandom = 34;
        var rest = hello.AsSpan(RecordAndHandshakeHeader + VersionAndRandom);
        rest = rest[(1 + rest[0])..]; // session id
        rest = rest[(2 + BinaryPrimitives.ReadUInt16BigEndian(rest))..]; // ciphers
        rest = rest[(1 + rest[0])..]; // compression
        rest = rest[2..];
        while (rest.Length >= 4)
        {
            var (type, length) = (BinaryPrimitives.ReadUInt16BigEndian(rest), BinaryPrimitives.ReadUInt16BigEndian(rest[2..]));
            if (type == SupportedVersions)
            {
                var list = rest.Slice(5, rest[4]);
                List<int> versions = [];
                for (var i = 0; i < list.Length; i += 2)
                {
                    versions.Add(BinaryPrimitives.ReadUInt16BigEndian(list[i..]));
                }

                return versions;
            }

            rest = rest[(4 + length)..];
        }

        return [];
    }
}
