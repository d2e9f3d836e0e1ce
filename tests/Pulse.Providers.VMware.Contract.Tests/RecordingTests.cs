using Pulse.Recordings;

namespace Pulse.Providers.VMware.Contract.Tests;

public sealed class RecordingTests
{
    public static TheoryData<string> Names => [.. Recording.All.Select(recording => recording.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_recorded_exchange_has_no_deviation(string name)
    {
        var found = VendorContract.Load().Check(Recording.Of(name[..2]).ToExchange());

        if (name == "03-service-content-unknown-release")
        {
            found.Should().ContainSingle().Which.Place.Should().Be("path", "the release 9.9.9.9 was asked for on purpose");
        }
        else
        {
            found.Should().BeEmpty();
        }
    }

    [Fact]
    public void All_45_recordings_are_checked() => Recording.All.Should().HaveCount(45);
}
