using System.Diagnostics;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>A copy of the sources in a directory of its own, for scripts that write to the repository.</summary>
public sealed class RepositoryCopy : IDisposable
{
    // Results of builds and installed packages.
    private static readonly string[] Omitted = [".git", "artifacts", "data", "dist", "node_modules"];

    // The variables of the run that contains this test would steer a build in the copy.
    private static readonly string[] OfTheOuterRun = ["MSBUILD", "VSTEST"];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("pulse-copy-");

    public RepositoryCopy() => Copy(new DirectoryInfo(Repository.Root), _root);

    /// <summary>The path and the time of the last change of each file.</summary>
    public IReadOnlyList<string> Files =>
        [.. _root.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => $"{file.FullName} {file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal)];

    public string PathOf(params string[] parts) => Path.Combine([_root.FullName, .. parts]);

    /// <summary>Runs a program in the copy, and returns its exit code and all that it printed.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _root.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(name => OfTheOuterRun.Any(outer => name.StartsWith(outer, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(name);
        }

        // A build leaves no process behind, since that process would hold the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";

        // All packages come from the cache, which holds them since the build of this test.
        start.Environment["RestoreSources"] = PathOf("eng");
        start.Environment["NuGetAudit"] = "false";

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var texts = await Task.WhenAll(output, error);
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts));
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles().Where(file => !Omitted.Contains(file.Name)))
        {
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories().Where(folder => !Omitted.Contains(folder.Name)))
        {
            Copy(folder, to.CreateSubdirectory(folder.Name));
        }
    }
}
