using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Proving;
using Pulse.PlatformConnections.Tests.Support;

namespace Pulse.PlatformConnections.Tests.Proving;

public sealed class RecordRedactionTests
{
    private const string Password = "p4ss-w0rd";

    [Theory]
    [InlineData("VCSA.lab.example:443 did not answer.", "host-1:443 did not answer.")]
    [InlineData("vcsa:443", "host-2:443")]
    [InlineData("LAB\\svc-pulse and svc-pulse@lab and svc-pulse", "user-3 and user-1 and user-2")]
    [InlineData("in the directory LAB", "in the directory host-3")]
    [InlineData("the nobody of nobody@lab", "the user-5 of user-4")]
    [InlineData("resolved to 10.1.2.3, not to 10.1.2.30", "resolved to address-1, not to 10.1.2.30")]
    [InlineData("datastore 'nfs 01' and 'nfs'", "datastore 'name-1' and 'name-2'")]
    [InlineData("was 5F0C1A52-9d0e-4c55-8a51-3f1f2b0d8989, is 00000000-9d0e-4c55-8a51-3f1f2b0d8989", "was uuid-1, is uuid-2")]
    [InlineData("it says p4ss-w0rd", "it says ********")]
    [InlineData("API 8.0.3.0, a snapshot of 3 machines", "API 8.0.3.0, a snapshot of 3 machines")]
    public void A_name_is_replaced_one_to_one(string text, string expected) => Redact(text).Should().Be(expected);

    private static string Redact(string text)
    {
        var request = new ProofRequest
        {
            Platform = "box",
            Host = "vcsa.lab.example",
            User = "svc-pulse@lab",
            Secret = new Secret(Password),
            SecondUser = "nobody@lab",
            Alias = "a",
        };
        var redaction = new RecordRedaction(
            request,
            new ConnectionTarget { Host = request.Host, Port = 443 },
            new FakeBoxProvider(new Boxes()).Platform,
            [new(ReportedNameKind.Address, "10.1.2.3"), new(ReportedNameKind.Object, "nfs 01"), new(ReportedNameKind.Object, "nfs")],
            shared: null);
        return redaction.Of(new ProofAnswer("a", "A.", ProofOutcome.Pass, text, 0)).Finding;
    }
}
