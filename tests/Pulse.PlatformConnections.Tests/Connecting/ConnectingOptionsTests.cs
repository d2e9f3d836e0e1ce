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

    [Theory]
    [InlineData("http://proxy.example:3128", "proxy.example:3128", false)]
    [InlineData("http://10.0.0.1:80/", "10.0.0.1:80", false)]
    [InlineData("http://[fd00::1]:8080", "[fd00::1]:8080", false)]
    [InlineData("http://user:p%40ss@proxy.example:3128", "proxy.example:3128", true)]
    public void A_proxy_is_a_url_with_a_port(string url, string endpoint, bool credentials)
    {
        var options = Read(("Pulse:Connections:Proxy", url));

        options.Faults.Should().BeEmpty();
        options.Proxy!.Endpoint.Should().Be(endpoint);
        (options.Proxy.Credentials is not null).Should().Be(credentials);
    }

    [Theory]
    [InlineData("proxy.example:3128", "proxy.example:3128")]
    [InlineData("http://proxy.example", "http://proxy.example")]
    [InlineData("https://proxy.example:3128", "https://proxy.example:3128")]
    [InlineData("socks5://proxy.example:1080", "socks5://proxy.example:1080")]
    [InlineData("http://proxy.example:3128/path", "http://proxy.example:3128/path")]
    [InlineData("http://user:s3cret@proxy.example", "********@proxy.example")]
    [InlineData("http://user:s3c@ret@proxy.example:99999", "********@proxy.example:99999")]
    [InlineData("http://user%0d:s3cret@proxy.example:3128", "********@proxy.example:3128")]
    public void What_is_no_proxy_stops_the_start_without_showing_its_password(string url, string shown)
    {
        var failures = new ConnectingOptionsValidation().Validate(null, Read(("Pulse:Connections:Proxy", url))).Failures;

        failures.Should().ContainSingle().Which.Should()
            .StartWith($"Pulse:Connections:Proxy is '{shown}'. Allowed: http://host:port").And.NotContain("s3c");
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("http://x")]
    [InlineData(".")]
    [InlineData("10.0.0.0/33")]
    public void What_is_no_exception_stops_the_start(string text) =>
        Read(("Pulse:Connections:ProxyExceptions:0", text)).Faults.Should().ContainSingle()
            .Which.Should().StartWith($"Pulse:Connections:ProxyExceptions:0 is '{text}'. Allowed: ");

    [Fact]
    public void Without_a_proxy_nothing_is_read_from_the_variables_that_other_programs_heed() =>
        Read(("HTTP_PROXY", "http://proxy.example:3128"), ("HTTPS_PROXY", "http://proxy.example:3128"), ("ALL_PROXY", "http://proxy.example:3128"))
            .Proxy.Should().BeNull();

    private static ConnectingOptions Read(params (string Key, string Value)[] settings)
    {
        var options = new ConnectingOptions();
        options.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build());
        return options;
    }
}
