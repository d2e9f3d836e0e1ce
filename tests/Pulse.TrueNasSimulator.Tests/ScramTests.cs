using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Pulse.Simulation.TrueNas.Tests;

public sealed class ScramTests : SimulatorTest
{
    private static readonly byte[] Nonce = [.. Enumerable.Range(0, 32).Select(value => (byte)value)];

    [Fact]
    public async Task A_client_with_the_key_and_the_server_prove_it_to_each_other()
    {
        var simulator = Start(Small with { Profile = TrueNasProfile.V26 });
        var (answer, signature) = await LoginAsync(simulator, simulator.Keys.First.Secret);
        ((string?)answer["scram_type"]).Should().Be("SERVER_FINAL_RESPONSE");
        ((string?)answer["rfc_str"]).Should().Be($"v={signature}");
        simulator.Counters.LoginsAccepted.Should().Be(1);
    }

    [Fact]
    public async Task A_client_with_another_key_is_refused()
    {
        var (answer, _) = await LoginAsync(Start(Small with { Profile = TrueNasProfile.V26 }), "wrong");
        ((string?)answer["response_type"]).Should().Be("AUTH_ERR");
    }

    [Fact]
    public async Task A_server_that_does_not_know_the_key_signs_wrongly()
    {
        var simulator = Start(Small with { Profile = TrueNasProfile.V26 });
        simulator.Faults.SignsWrongly = true;
        var (answer, signature) = await LoginAsync(simulator, simulator.Keys.First.Secret);
        ((string?)answer["rfc_str"]).Should().NotBe($"v={signature}");
    }

    [Fact]
    public async Task SCRAM_is_unknown_before_26()
    {
        var client = await ConnectAsync(Start());
        (await client.ErrorAsync("auth.login_ex", new { mechanism = "SCRAM", scram_type = "CLIENT_FIRST_MESSAGE", rfc_str = "" })).Should().Be("-32602 EINVAL");
    }

    // The derivation of RFC 5802, section 3, with SHA-512.
    private async Task<(JsonNode Answer, string Signature)> LoginAsync(TrueNasSimulator simulator, string secret)
    {
        var client = await ConnectAsync(simulator);
        var bare = $"n=pulse:1,r={Convert.ToBase64String(Nonce)}";
        var first = (string)(await client.ResultAsync("auth.login_ex", new { mechanism = "SCRAM", scram_type = "CLIENT_FIRST_MESSAGE", rfc_str = $"n,,{bare}" }))["rfc_str"]!;
        var parts = first.Split(',').Select(part => part[2..]).ToArray();
        Convert.FromBase64String(parts[0]).Should().HaveCount(64).And.StartWith(Nonce);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret), Convert.FromBase64String(parts[1]), int.Parse(parts[2]), HashAlgorithmName.SHA512, 64);
        var clientKey = HMACSHA512.HashData(salted, Encoding.UTF8.GetBytes("Client Key"));
        var withoutProof = $"c=biws,r={parts[0]}";
        var message = Encoding.UTF8.GetBytes($"{bare},{first},{withoutProof}");
        var proof = clientKey.Zip(HMACSHA512.HashData(SHA512.HashData(clientKey), message), (one, other) => (byte)(one ^ other)).ToArray();
        var answer = await client.ResultAsync("auth.login_ex", new { mechanism = "SCRAM", scram_type = "CLIENT_FINAL_MESSAGE", rfc_str = $"{withoutProof},p={Convert.ToBase64String(proof)}" });
        var serverKey = HMACSHA512.HashData(salted, Encoding.UTF8.GetBytes("Server Key"));
        return (answer, Convert.ToBase64String(HMACSHA512.HashData(serverKey, message)));
    }
}
