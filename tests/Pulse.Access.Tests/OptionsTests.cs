using Microsoft.Extensions.Options;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("short-secret", "Pulse:Access:BootstrapToken is '********' (12 characters). Allowed: at least 32 characters, *")]
    [InlineData(
        "long enough but with spaces, so it could never be sent",
        "Pulse:Access:BootstrapToken is '********' (54 characters).*no spaces.")]
    public async Task A_bootstrap_token_that_could_not_work_stops_the_start_without_showing_it(string token, string message)
    {
        using var directory = new TempDirectory();
        var starting = () => AccessHost.StartAsync(directory, settings: ("Pulse:Access:BootstrapToken", token));

        var refusal = await starting.Should().ThrowAsync<OptionsValidationException>().WithMessage(message);
        refusal.Which.Message.Should().NotContain(token);
    }

    [Fact]
    public async Task Every_wrong_setting_is_named_at_once()
    {
        using var directory = new TempDirectory();
        var starting = () => AccessHost.StartAsync(
            directory, settings: [("Pulse:Access:BootstrapToken", "short-secret"), ("Pulse:Admin:Password", "short-pass")]);

        await starting.Should().ThrowAsync<OptionsValidationException>()
            .WithMessage("*Pulse:Access:BootstrapToken*Pulse:Admin:Password is '********' (10 characters). Allowed: 12 to 256 characters.");
    }

    [Fact]
    public async Task An_empty_setting_is_none()
    {
        await using var host = await AccessHost.StartAsync(settings: [("Pulse:Access:BootstrapToken", ""), ("Pulse:Admin:Password", "")]);

        host.SetupToken.Should().NotBeEmpty();
    }
}
