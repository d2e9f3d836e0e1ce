using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;
using Pulse.Providers.VMware.Contract;

namespace Pulse.Simulation;

/// <summary>
/// Compares every exchange of a simulator with the vendor's contract. The watch is on in every test program, and only there
/// (tests/Directory.Build.props). Requests are judged on arrival. Answers are judged in the form that the simulator gives them,
/// before a fault rule changes them on purpose.
/// </summary>
internal sealed class ContractWatch(Func<Deviation, bool> isDeliberate)
{
    private const string Switch = "Pulse.Simulation.ContractWatch";

    /// <summary>Judges only requests that the simulator accepted. The tests of the simulator need this, because they send bad requests on purpose.</summary>
    private const string TakenRequests = "taken";

    private static readonly string? Mode = AppContext.GetData(Switch) as string;

    private readonly VendorContract _contract = VendorContract.Load();
    private readonly ConcurrentQueue<Deviation> _deviations = [];

    /// <summary>A watch; null if the program does not ask for one.</summary>
    public static ContractWatch? Create(VCenterSimulatorOptions options) => Mode is null || !options.IsWatched ? null : new(options.IsDeliberate);

    /// <summary>Judges a request.</summary>
    public void Read(HttpContext http, byte[] body)
    {
        var exchange = new Exchange { Method = http.Request.Method, Target = RequestLog.TargetOf(http), RequestBody = body };
        http.Features.Set(exchange);
        if (Mode != TakenRequests)
        {
            // There are no exceptions for requests of Pulse, unless a test breaks the contract on purpose.
            Add(_contract.CheckRequest(exchange).Where(deviation => !isDeliberate(deviation)));
        }
    }

    /// <summary>Judges an answer, and then sends it. So a client never has an answer that is not judged.</summary>
    public async Task ServeAsync(HttpContext http, Func<Task> serve)
    {
        var response = http.Response;
        var body = response.Body;
        using var whole = new MemoryStream();
        response.Body = whole;
        try
        {
            await serve();
            await response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            response.Body = body;
        }

        var exchange = http.Features.GetRequiredFeature<Exchange>() with
        {
            Status = response.StatusCode,
            ResponseBody = whole.GetBuffer().AsMemory(0, (int)whole.Length),
            ContentType = response.ContentType,
            Challenge = response.Headers.WWWAuthenticate,
        };
        Judge(exchange, isUndocumented: http.Features.Get<UndocumentedAnswer>() is not null);
        whole.Position = 0;
        await whole.CopyToAsync(body, http.RequestAborted);
        if (whole.Length == 0 && response is { StatusCode: StatusCodes.Status200OK, ContentLength: null })
        {
            // The simulator started this empty, chunked answer before its end, so it is started here, too.
            await response.StartAsync(http.RequestAborted);
        }
    }

    /// <summary>Throws if an exchange deviates from the vendor's documentation.</summary>
    public void ThrowIfDeviated()
    {
        if (!_deviations.IsEmpty)
        {
            throw new ContractException([.. _deviations]);
        }
    }

    private void Judge(Exchange exchange, bool isUndocumented)
    {
        if (Mode == TakenRequests && exchange.Status < StatusCodes.Status300MultipleChoices)
        {
            Add(_contract.CheckRequest(exchange).Where(deviation => !ContractExceptions.Covers(deviation)));
        }

        if (!isUndocumented)
        {
            Add(_contract.CheckAnswer(exchange).Where(deviation => !ContractExceptions.Covers(deviation)));
        }
    }

    private void Add(IEnumerable<Deviation> found)
    {
        foreach (var deviation in found)
        {
            _deviations.Enqueue(deviation);
        }
    }
}
