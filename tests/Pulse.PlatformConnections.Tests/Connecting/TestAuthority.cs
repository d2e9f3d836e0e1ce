using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Pulse.PlatformConnections.Tests.Connecting;

/// <summary>An authority that signs certificates of servers and of other authorities, with the faults that occur in practice.</summary>
internal sealed class TestAuthority : IDisposable
{
    public const string ServerUse = "1.3.6.1.5.5.7.3.1";
    public const string ClientUse = "1.3.6.1.5.5.7.3.2";

    // Made once: a new RSA key takes a tenth of a second. A key for each rank suffices, since no test compares keys of one rank.
    private static readonly RSA RootKey = RSA.Create(2048);
    private static readonly RSA AuthorityKey = RSA.Create(2048);
    private static readonly RSA ServerKey = RSA.Create(2048);

    private readonly RSA _key;
    private readonly List<IDisposable> _issued = [];

    private TestAuthority(X509Certificate2 certificate, RSA key) => (Certificate, _key) = (certificate, key);

    public X509Certificate2 Certificate { get; }

    public static TestAuthority Root(string name = "Test Root")
    {
        var request = Request(name, RootKey, isAuthority: true, use: null);
        var now = TimeProvider.System.GetUtcNow();
        return new(request.CreateSelfSigned(now.AddDays(-400), now.AddDays(400)), RootKey);
    }

    public TestAuthority SignAuthority(string name, int fromDays = -300, int toDays = 300, string? use = null, bool isAuthority = true)
    {
        var signed = Sign(Request(name, AuthorityKey, isAuthority, use), AuthorityKey, fromDays, toDays, Generator(_key));
        var authority = new TestAuthority(signed, AuthorityKey);
        _issued.Add(authority);
        return authority;
    }

    public X509Certificate2 SignServer(
        string name = "localhost", int fromDays = -10, int toDays = 200, string? use = ServerUse, bool sha1 = false, RSA? forgedBy = null)
    {
        var request = Request(name, ServerKey, isAuthority: false, use);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        return Sign(request, ServerKey, fromDays, toDays, sha1 ? new Sha1Generator(_key) : Generator(forgedBy ?? _key));
    }

    public void Dispose()
    {
        _issued.ForEach(issued => issued.Dispose());
        Certificate.Dispose();
    }

    private static CertificateRequest Request(string name, RSA key, bool isAuthority, string? use)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        if (use is not null)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], critical: false));
        }

        return request;
    }

    private X509Certificate2 Sign(CertificateRequest request, RSA key, int fromDays, int toDays, X509SignatureGenerator generator)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var signed = request.Create(
            Certificate.SubjectName, generator, now.AddDays(fromDays), now.AddDays(toDays), RandomNumberGenerator.GetBytes(8));
        var certificate = signed.CopyWithPrivateKey(key);
        _issued.Add(certificate);
        return certificate;
    }

    private static X509SignatureGenerator Generator(RSA key) => X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1);

    /// <summary>The framework signs no certificate with SHA-1 any more, but some systems still have such certificates.</summary>
    private sealed class Sha1Generator(RSA key) : X509SignatureGenerator
    {
        // sha1WithRSAEncryption, in DER.
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
            [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x05, 0x05, 0x00];

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
            key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

        protected override PublicKey BuildPublicKey() => new(key);
    }
}
