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
    [InlineData("240.0.0.1")]
    [InlineData("254.255.255.255")]
    [InlineData("fec0::1")]
    [InlineData("feff:ffff::1")]
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    [InlineData("168.63.129.16")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fd00:ec2::23")]
    [InlineData("fd20:ce::254")]
    public void An_address_that_names_no_system_of_the_admin_is_never_connected_to(string address) =>
        AddressPolicy.Default.Allows(IPAddress.Parse(address)).Should().BeFalse();

    [Theory]
    [InlineData("::ffff:100.100.100.200")]
    [InlineData("::169.254.169.254")] // IPv4-compatible
    [InlineData("::ffff:0:169.254.169.254")] // IPv4-translated
    [InlineData("64:ff9b::168.63.129.16")] // NAT64
    [InlineData("64:ff9b:1::169.254.169.254")] // local NAT64, with a prefix of 96 bits
    [InlineData("64:ff9b:1:ffff:ffff:ffff:100.100.100.200")]
    [InlineData("64:ff9b:1:0:a9:fea9:fe00::")] // of 64 bits
    [InlineData("64:ff9b:1:a9:fe:a9fe::")] // of 56 bits
    [InlineData("64:ff9b:1:a9fe:a9:fe00::")] // of 48 bits
    [InlineData("64:ff9b:1:a9fe:a9:fe00::1")] // of 48 bits, with a suffix that gateways ignore
    [InlineData("2002:a9fe:a9fe::1")] // 6to4
    [InlineData("2002:c000:c0::")]
    [InlineData("2002:e000:1::1")]
    [InlineData("2001:0:c000:200:0:0:5601:5601")] // Teredo: the client's address, inverted
    [InlineData("2001:0:a9fe:a9fe:0:0:3fff:fdf5")] // Teredo: the server's
    [InlineData("2001:db8::5efe:169.254.169.254")] // ISATAP
    [InlineData("2001:db8::200:5efe:169.254.169.254")]
    public void An_ipv6_form_of_a_refused_ipv4_address_is_refused_too(string address) =>
        AddressPolicy.Default.Allows(IPAddress.Parse(address)).Should().BeFalse();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.0.0.5")]
    [InlineData("169.253.255.255")]
    [InlineData("169.255.0.0")]
    [InlineData("192.168.1.10")]
    [InlineData("fd00::10")]
    [InlineData("64:ff9b::10.0.0.5")]
    [InlineData("2001:db8::1")]
    [InlineData("100.100.100.100")]
    [InlineData("192.0.0.170")]
    [InlineData("168.63.129.17")]
    [InlineData("fd20:ce::10")]
    [InlineData("64:ff9b:1::10.0.0.5")]
    [InlineData("64:ff9b:1:fffe::10.0.0.5")]
    [InlineData("2002:a00:5::1")]
    [InlineData("2001:0:c000:200:0:0:f5ff:fffa")]
    [InlineData("2001:db8::5efe:10.0.0.5")]
    public void Every_other_address_may_be_connected_to(string address) =>
        AddressPolicy.Default.Allows(IPAddress.Parse(address)).Should().BeTrue();

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("64:ff9b::10.1.2.3", true)]
    [InlineData("2001:db8::7", true)]
    [InlineData("11.0.0.1", false)]
    [InlineData("::ffff:11.0.0.1", false)]
    [InlineData("64:ff9b::11.0.0.1", false)]
    [InlineData("2002:a01:203::1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("2001:db9::7", false)]
    public void Allowed_networks_narrow_what_may_be_connected_to(string address, bool allowed) =>
        new AddressPolicy([IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("2001:db8::/32")]).Allows(IPAddress.Parse(address)).Should().Be(allowed);

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fd00:ec2::254")]
    [InlineData("240.0.0.1")]
    public void No_setting_opens_an_address_that_is_never_connected_to(string address) =>
        new AddressPolicy([IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")]).Allows(IPAddress.Parse(address)).Should().BeFalse();

    [Fact]
    public void All_of_ipv6_is_not_all_of_ipv4() =>
        new AddressPolicy([IPNetwork.Parse("::/0")]).Allows(IPAddress.Parse("::ffff:10.0.0.5")).Should().BeFalse();
}
