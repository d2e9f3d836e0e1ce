using Pulse.PlatformConnections.Connections;

namespace Pulse.PlatformConnections.Tests.Connections;

public sealed class HostAddressTests
{
    [Theory]
    [InlineData("vcsa.lab.example", "vcsa.lab.example", null, null)]
    [InlineData("  VCSA.Lab.Example  ", "vcsa.lab.example", null, null)]
    [InlineData("vcsa.lab.example.", "vcsa.lab.example", null, null)]
    [InlineData("vcsa", "vcsa", null, null)]
    [InlineData("10.0.0.7", "10.0.0.7", null, null)]
    [InlineData("vcsa.lab:8443", "vcsa.lab", 8443, null)]
    [InlineData("2001:DB8::7", "2001:db8::7", null, null)]
    [InlineData("[2001:db8::7]:8443", "2001:db8::7", 8443, null)]
    [InlineData("https://vcsa.lab/", "vcsa.lab", null, true)]
    [InlineData("https://vcsa.lab:8443/ui/app/folder?x=1#y", "vcsa.lab", 8443, true)]
    [InlineData("http://vcsa.lab", "vcsa.lab", null, false)]
    [InlineData("HTTPS://[2001:db8::7]", "2001:db8::7", null, true)]
    [InlineData("bücher.example", "xn--bcher-kva.example", null, null)]
    public void What_people_paste_is_taken_apart(string text, string host, int? port, bool? useHttps)
    {
        var (address, error) = HostAddress.Parse(text);

        error.Should().BeNull();
        address.Should().Be(new HostAddress(host, port, useHttps));
    }

    [Theory]
    [InlineData("ftp://vcsa.lab")]
    [InlineData("https://admin:secret@vcsa.lab/")]
    [InlineData("admin@vcsa.lab")]
    [InlineData("vcsa.lab/ui")]
    [InlineData("vcsa lab")]
    [InlineData("vcsa..lab")]
    [InlineData("-vcsa.lab")]
    [InlineData("https://")]
    [InlineData("vcsa.lab:0")]
    [InlineData("vcsa.lab:65536")]
    [InlineData("vcsa.lab:")]
    [InlineData("[2001:db8::7")]
    [InlineData("[2001:db8::7]x")]
    [InlineData("fe80::1%eth0")]
    [InlineData("127.1")]
    [InlineData("010.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("10.0.0.256")]
    public void What_is_no_host_is_refused_with_a_reason(string text)
    {
        var (address, error) = HostAddress.Parse(text);

        address.Should().BeNull();
        error.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void A_name_of_254_characters_is_refused() =>
        HostAddress.Parse(string.Join('.', Enumerable.Repeat("abcdefg", 32))).Error.Should().NotBeNull();
}
