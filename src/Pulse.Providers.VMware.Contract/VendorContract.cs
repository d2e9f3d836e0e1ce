using Pulse.Providers.VMware.Contract.Checking;
using Pulse.Providers.VMware.Contract.Document;
using Pulse.Providers.VMware.Contract.Model;

namespace Pulse.Providers.VMware.Contract;

/// <summary>
/// Checks exchanges against the vendor's description of the API. A path that is neither below <c>/sdk/vim25/</c> nor below
/// <c>/api/</c> is not checked, and never a deviation. A request below them that the contract does not know is one
/// deviation of the request; its answer is not checked, because the contract does not describe it.
/// </summary>
public sealed class VendorContract
{
    private static readonly Lazy<VendorContract> Cached = new(() => new(ContractDocument.Load()));

    private readonly OperationIndex _operations;
    private readonly PropertyPaths _paths;
    private readonly RequestCheck _requests;
    private readonly AnswerCheck _answers;

    private VendorContract(ContractDocument document)
    {
        var types = new TypeGraph(document);
        _operations = new(document, types);
        _paths = new(document, types);
        _requests = new(new(types, _paths));
        _answers = new(new(types, _paths), types);
    }

    /// <summary>The contract of this build, read once.</summary>
    public static VendorContract Load() => Cached.Value;

    /// <summary>The operation of a request line; null if the contract has none.</summary>
    public DocumentedOperation? Find(string method, string target) =>
        _operations.Find(method, target) is { Operation: { } operation } call
            ? new(operation.Id, operation.Request is not null, operation.Privileges.At(call.ReleaseNumber))
            : null;

    /// <summary>Whether a managed object type has a property, or a value at a path such as <c>summary.runtime</c>.</summary>
    public bool HasProperty(string managedType, string path) => _paths.Find(managedType, path).Slot is not null;

    /// <summary>Checks the request and the answer.</summary>
    public IReadOnlyList<Deviation> Check(Exchange exchange) => [.. CheckRequest(exchange), .. CheckAnswer(exchange)];

    /// <summary>Checks the request: operation, release, body, members, types.</summary>
    public IReadOnlyList<Deviation> CheckRequest(Exchange exchange)
    {
        var call = _operations.Find(exchange.Method, exchange.Target);
        return call.IsOutside ? [] : DeviationsIn(call, ExchangeSide.Request, _requests.Check(call, exchange.Target, exchange.RequestBody));
    }

    /// <summary>Checks the answer: status, forms of null, members, types, enums, boxes.</summary>
    public IReadOnlyList<Deviation> CheckAnswer(Exchange exchange)
    {
        var call = _operations.Find(exchange.Method, exchange.Target);
        var answer = new Answer(exchange.Status, exchange.ResponseBody, exchange.ContentType, exchange.Challenge);
        return call.Operation is null || !call.IsReleaseKnown ? [] : DeviationsIn(call, ExchangeSide.Answer, _answers.Check(call, answer));
    }

    private static IReadOnlyList<Deviation> DeviationsIn(ContractCall call, ExchangeSide side, IReadOnlyList<Finding> findings) =>
        [.. findings.Select(finding => new Deviation(call.Name, side, finding.Place, call.Release, finding.Text))];
}
