namespace Pulse.Simulation.TrueNas.Tests;

public sealed class ScramFlagTests : SimulatorTest
{
    [Theory]
    [InlineData("n", false, "SCRAM_RESPONSE")]
    [InlineData("n", true, "AUTH_ERR")]
    [InlineData("y", false, "AUTH_ERR")]
    [InlineData("p=tls-unique", false, "AUTH_ERR")]
    public async Task The_flag_of_the_channel_binding_decides(string flag, bool requiresBinding, string answer)
    {
        var simulator = Start(Small with { Profile = TrueNasProfile.V26 });
        simulator.Faults.RequiresChannelBinding = requiresBinding;
        var client = await ConnectAsync(simulator);
        var message = $"{flag},,n=pulse:1,r={Convert.ToBase64String(new byte[32])}";
        ((string?)(await client.ResultAsync("auth.login_ex", new { mechanism = "SCRAM", scram_type = "CLIENT_FIRST_MESSAGE", rfc_str = message }))["response_type"])
            .Should().Be(answer);
    }
}
