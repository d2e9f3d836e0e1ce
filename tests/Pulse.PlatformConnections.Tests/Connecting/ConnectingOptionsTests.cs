using System.Net;
using Microsoft.Extensions.Configuration;
using Pulse.PlatformConnections.Connecting;

namespace Pulse.PlatformConnections.Tests.Connecting;

public sealed class ConnectingOptionsTests
{
    private const string Key = "Pulse:Connections:AllowedNetworks";

    [Fact]
    public void Networks_are_read_from_a_list_and_from_one_text_with_commas()
    {
        Read(($"{Key}:0", "10.0.0.0/8"), ($"{Key}:1", "fd00::/8")).AllowedNetworks.Should()
            .Equal(IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("fd00::/8"));
        Read((Key, "10.0.0.0/8, fd00::/8")).AllowedNetworks.Should()
            .Equal(IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("fd00::/8"));
        Read((Key, "")).AllowedNetworks.Should().BeEmpty();
        Read().AllowedNetworks.Should().BeEmpty();
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7/32")]
    [InlineData("2001:db8::1", "2001:db8::1/128")]
    [InlineData("::ffff:10.0.0.0/104", "10.0.0.0/8")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    public void An_address_is_a_network_of_one(string text, string network) =>
        Read((Key, text)).AllowedNetworks.Should().Equal(IPNetwork.Parse(network));

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.5/8")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/ 8")]
    [InlineData("10")]
    [InlineData("0x7f.1")]
    [InlineData("010.0.0.1")]
    [InlineData("lab.example")]
    [InlineData("[fd00::]/8")]
    [InlineData("fe80::1%2")]
    [InlineData("10.0.0.0-10.0.0.9")]
    public void What_is_no_network_stops_the_start_with_its_key_and_value(string text)
    {
        var options = Read(($"{Key}:1", text));

        new ConnectingOptionsValidation().Validate(null, options).Failures.Should().ContainSingle()
            .Which.Should().StartWith($"{Key}:1 is '{text}'. Allowed: ").And.Contain("10.0.0.0/8");
    }

    [Fact]
    public void An_empty_value_in_a_list_is_no_network() =>
        new ConnectingOptionsValidation().Validate(null, Read(($"{Key}:0", ""))).Failed.Should().BeTrue();

    private static ConnectingOptions Read(params (string Key, string Value)[] settings)
    {
        var options = new ConnectingOptions();
        options.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build());
        return options;
    }
}
