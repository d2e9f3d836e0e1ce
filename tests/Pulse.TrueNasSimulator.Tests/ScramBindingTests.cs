namespace Pulse.Simulation.TrueNas.Tests;

public sealed class ScramBindingTests
{
    // RFC 5929, section 4.1: the certificate under the hash of its own signature, here SHA-256.
    [Fact]
    public void The_binding_is_the_hash_of_the_certificate()
    {
        using var certificate = ServerCertificate.Create("TrueNAS", TimeProvider.System);
        Convert.ToHexString(ChannelBinding.EndPointOf(certificate)).Should().Be(certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256));
    }

    [Theory]
    [InlineData("n,,n=pulse:1,r=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", true)]
    [InlineData("n,a=x,n=pulse:1,r=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", false)]
    [InlineData("n,,n=pulse,r=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", false)]
    [InlineData("n,,n=pulse:1,r=AAEC", false)]
    [InlineData("n,,n=pu=lse:1,r=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", false)]
    public void A_first_message_has_the_form_of_the_vendor(string message, bool isValid) =>
        (ScramClientFirst.Parse(message) is not null).Should().Be(isValid);
}
