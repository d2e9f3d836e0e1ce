using System.Net;
using Pulse.PlatformConnections.Connecting;

namespace Pulse.PlatformConnections.Tests.Connecting;

public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("febf::1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("::ffff:224.0.0.1")]
    [InlineData("ff02::1")]
    [InlineData("255.255.255.255")]
    [InlineData("0.0.0.0")]
    [InlineData("::ffff:0.0.0.0")]
    [InlineData("::")]
    public void An_address_that_names_no_system_of_the_admin_is_never_connected_to(string address) =>
        AddressPolicy.Allows(IPAddress.Parse(address)).Should().BeFalse();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.0.0.5")]
    [InlineData("169.253.255.255")]
    [InlineData("169.255.0.0")]
    [InlineData("192.168.1.10")]
    [InlineData("fd00::10")]
    [InlineData("fec0::1")]
    [InlineData("64:ff9b::10.0.0.5")]
    [InlineData("2001:db8::1")]
    public void Every_other_address_may_be_connected_to(string address) =>
        AddressPolicy.Allows(IPAddress.Parse(address)).Should().BeTrue();
}
