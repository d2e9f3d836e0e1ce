namespace Pulse.Providers.VMware.Contract;

/// <summary>
/// The vendor's description of the API, held against exchanges. Outside of it, and never a deviation, is every path that
/// is neither below <c>/sdk/vim25/</c> nor below <c>/api/</c>. A request below them that the contract does not know is one
/// deviation of the request; its answer is not checked, since nothing says what it has to be.
/// </summary>
public sealed class VendorContract
{
    private static readonly Lazy<VendorContract> Cached = new(() => new(ContractDocument.Load()));

    private readonly OperationIndex _operations;
    private readonly RequestCheck _requests;
    private readonly AnswerCheck _answers;

    private VendorContract(ContractDocument document)
    {
        var types = new TypeGraph(document);
        _operations = new(document, types);
        var paths = new PropertyPaths(document, types);
        _requests = new(new(types, paths));
        _answers = new(new(types, paths), types);
    }

    /// <summary>The contract of this build, read once.</summary>
    public static VendorContract Load() => Cached.Value;

    /// <summary>Checks what the client sent and what it got.</summary>
    public IReadOnlyList<Deviation> Check(Exchange exchange) => [.. CheckRequest(exchange), .. CheckAnswer(exchange)];

    /// <summary>Checks what the client sent: operation, release, body, members, types.</summary>
    public IReadOnlyList<Deviation> CheckRequest(Exchange exchange)
    {
        var call = _operations.Find(exchange);
        return call.IsOutside ? [] : _requests.Check(call, exchange);
    }

    /// <summary>Checks what the client got: status, forms of null, members, types, enums, boxes.</summary>
    public IReadOnlyList<Deviation> CheckAnswer(Exchange exchange)
    {
        var call = _operations.Find(exchange);
        return call.Operation is null || !call.IsReleaseKnown ? [] : _answers.Check(call, exchange);
    }
}
