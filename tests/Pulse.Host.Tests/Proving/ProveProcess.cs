using System.Diagnostics;
using System.Text.Json.Nodes;
using Pulse.Providers.VMware.Contract;
using Pulse.Simulation;

namespace Pulse.Host.Tests.Proving;

/// <summary><c>Pulse.Host prove</c> as an administrator runs it: a separate process in an empty directory.</summary>
internal sealed class ProveProcess : IDisposable
{
    public const string User = "svc-pulse@vsphere.local";
    public const string Canary = "c4n4ry-P4ssw0rd-ü\"\\-b1rd";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pulse-prove-test-");

    public ProveProcess() => Directory.CreateDirectory(Temporary);

    public int ExitCode { get; private set; }

    /// <summary>The printed text.</summary>
    public string Output { get; private set; } = "";

    public string Records => Path.Combine(_directory.FullName, "records");

    /// <summary>Its directory for temporary files.</summary>
    public string Temporary => Path.Combine(_directory.FullName, "tmp");

    public JsonNode Record => JsonNode.Parse(File.ReadAllText(RecordFiles("json").Single()))!;

    public string Page => File.ReadAllText(RecordFiles("md").Single());

    public static VCenterSimulatorOptions VCenter(VCenterProfile profile) =>
        new() { UserName = User, Password = Canary, Profile = profile, IsDeliberate = IsAsked };

    public IEnumerable<string> RecordFiles(string ending) =>
        Directory.Exists(Records) ? Directory.EnumerateFiles(Records, $"*.{ending}") : [];

    /// <summary>Every file that was written, except the password file of the test.</summary>
    public IEnumerable<string> Written() => Directory.EnumerateFiles(_directory.FullName, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".password", StringComparison.Ordinal));

    public string PasswordFile(string password)
    {
        var file = Path.Combine(_directory.FullName, $"{Guid.NewGuid():N}.password");
        File.WriteAllText(file, password + "\n");
        return file;
    }

    public Task RunAsync(VCenterSimulator vcenter, params string[] more) => RunAsync(
        [
            "vmware", "127.0.0.1", "--port", $"{vcenter.Port}", "--user", User, "--password-file", PasswordFile(Canary),
            "--thumbprint", vcenter.Thumbprint, "--poll-pause", "0", .. more,
        ]);

    public Task RunAsync(string[] arguments, string input = "") => RunAsync(arguments, input, running: null);

    /// <param name="arguments">The arguments after the command.</param>
    /// <param name="input">The standard input.</param>
    /// <param name="running">Called while the process runs, with its id.</param>
    public async Task RunAsync(string[] arguments, string input, Func<int, Task>? running)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pulse.Host.dll"), "prove", .. arguments])
        {
            WorkingDirectory = _directory.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["TMPDIR"] = Temporary;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await (running?.Invoke(process.Id) ?? Task.CompletedTask);
        await process.WaitForExitAsync();
        (ExitCode, Output) = (process.ExitCode, await output + await errors);
    }

    /// <summary>Whether a question breaks the contract to see the answer: an unknown release, or a body where none belongs.</summary>
    private static bool IsAsked(Deviation deviation) => deviation switch
    {
        { Operation: "ServiceInstance.content", Place: "path" } => deviation.Release is { } release && (release == "1.2.3.4" || release.Split('.').Length == 3),
        { Operation: "ServiceInstance.CurrentTime", Place: "body" } => true,
        _ => false,
    };

    public JsonNode Row(string id) => Record["rows"]!.AsArray().Single(row => row!["id"]!.GetValue<string>() == id)!;

    public string OutcomeOf(string id) => Row(id)["outcome"]!.GetValue<string>();

    public void Dispose() => _directory.Delete(recursive: true);
}
