using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;

namespace Pulse.Testing;

/// <summary>Pulse as a separate process, for events that need one: a kill, a stop signal, a failed start.</summary>
public sealed class PulseProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri?> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PulseProcess(Process process) => _process = process;

    public HttpClient Client { get; } = new();

    public string Output => string.Join('\n', _output);

    /// <summary>The memory that the process uses now.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts Pulse on a free port and waits until it listens.</summary>
    public static async Task<PulseProcess> StartAsync(string dataDirectory, IReadOnlyDictionary<string, string>? environment = null)
    {
        var pulse = Launch(new Dictionary<string, string>(environment ?? new Dictionary<string, string>(), StringComparer.Ordinal)
        {
            ["Pulse__DataDirectory"] = dataDirectory,
            ["Pulse__Access__BootstrapToken"] = PulseHost.Token,
        });
        pulse.Client.BaseAddress = await pulse._listening.Task
            ?? throw new InvalidOperationException($"Pulse did not start: {pulse.Output}");
        pulse.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", PulseHost.Token);
        return pulse;
    }

    /// <summary>Starts Pulse with settings that prevent its start, and waits for its end.</summary>
    /// <exception cref="InvalidOperationException">It started.</exception>
    public static async Task<PulseProcess> FailToStartAsync(IReadOnlyDictionary<string, string> environment)
    {
        var pulse = Launch(environment);
        if (await pulse._listening.Task is not null)
        {
            await pulse.DisposeAsync();
            throw new InvalidOperationException($"Pulse started: {pulse.Output}");
        }

        await pulse._process.WaitForExitAsync();
        return pulse;
    }

    /// <summary>Sends SIGKILL: Pulse cannot save anything any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Sends SIGTERM: an orderly stop.</summary>
    public async Task StopAsync()
    {
        Signals.SendTerminate(_process.Id);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Client.Dispose();
        _process.Dispose();
    }

    private static PulseProcess Launch(IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pulse.Host.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var pulse = new PulseProcess(new Process { StartInfo = start });
        pulse._process.OutputDataReceived += (_, line) => pulse.Read(line.Data);
        pulse._process.ErrorDataReceived += (_, line) => pulse.Read(line.Data);
        pulse._process.Start();
        pulse._process.BeginOutputReadLine();
        pulse._process.BeginErrorReadLine();
        return pulse;
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            _listening.TrySetResult(null);
            return;
        }

        _output.Enqueue(line);
        const string Address = "\"address\":\"";
        if (line.Contains("Now listening on", StringComparison.Ordinal) && line.IndexOf(Address, StringComparison.Ordinal) is var at and >= 0)
        {
            var from = at + Address.Length;
            _listening.TrySetResult(new Uri(line[from..line.IndexOf('"', from)] + "/"));
        }
    }
}
