using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Pulse.Providers.VMware.Objects;

namespace Pulse.Providers.VMware.Parsing;

/// <summary>
/// Reads an UpdateSet or a RetrieveResult as it arrives. It buffers only the text of the current object, and keeps an
/// <see cref="ObjectUpdate"/> of each object.
/// </summary>
internal sealed class InventoryAnswerReader(ObjectIds ids)
{
    // An object needs only a few hundred bytes. An object without an end is refused, not buffered.
    private const int MaxValueBytes = 256 * 1024;

    private static readonly StreamPipeReaderOptions BufferOptions = new(bufferSize: 16 * 1024);

    private readonly InventoryAnswer _answer = new();
    private readonly Stack<Scope> _scopes = new();
    private JsonReaderState _state;
    private Member _member;
    private bool _isNull;

    private enum Scope { None, Root, Filters, Filter, Updates, MissingObjects }

    private enum Member { Other, Version, Truncated, Token, FilterSet, ObjectSet, Objects, MissingSet }

    /// <returns>Null if the answer has no value, in any form (facts.md#2.28).</returns>
    /// <exception cref="JsonException">The body has another form.</exception>
    public static async Task<InventoryAnswer?> ReadAsync(Stream body, ObjectIds ids, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(body, BufferOptions);
        try
        {
            return await new InventoryAnswerReader(ids).ReadAsync(pipe, cancellationToken);
        }
        catch (InvalidOperationException error)
        {
            // The JSON reader throws this exception for a text that is not valid UTF-8.
            throw new JsonException("A text is not valid.", error);
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private async Task<InventoryAnswer?> ReadAsync(PipeReader pipe, CancellationToken cancellationToken)
    {
        var isEmpty = true;
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken);
            isEmpty &= read.Buffer.IsEmpty;
            if (isEmpty && read.IsCompleted)
            {
                return null;
            }

            var consumed = Take(read.Buffer, read.IsCompleted);
            if (read.IsCompleted)
            {
                return _isNull ? null : _answer;
            }

            if (read.Buffer.Slice(consumed).Length > MaxValueBytes)
            {
                throw new JsonException("A value is too long.");
            }

            pipe.AdvanceTo(consumed, read.Buffer.End);
        }
    }

    private SequencePosition Take(ReadOnlySequence<byte> buffer, bool isFinal)
    {
        var reader = new Utf8JsonReader(buffer, isFinal, _state);
        while (true)
        {
            var before = reader;
            if (!reader.Read() || !TryTake(ref reader))
            {
                _state = before.CurrentState;
                return before.Position;
            }
        }
    }

    /// <returns>False if the value has not arrived completely.</returns>
    private bool TryTake(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _member = MemberOf(ref reader);
                return true;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _scopes.Pop();
                return true;
        }

        var scope = _scopes.TryPeek(out var current) ? current : Scope.None;
        if (OpenedBy(reader.TokenType, scope) is var opened and not Scope.None)
        {
            _scopes.Push(opened);
            return true;
        }

        var value = reader;
        if (!reader.TrySkip())
        {
            return false;
        }

        TakeWhole(ref value, scope);
        return true;
    }

    private Scope OpenedBy(JsonTokenType token, Scope scope) => (scope, token, _member) switch
    {
        (Scope.None, JsonTokenType.StartObject, _) => Scope.Root,
        (Scope.Root, JsonTokenType.StartArray, Member.FilterSet) => Scope.Filters,
        (Scope.Root, JsonTokenType.StartArray, Member.Objects) => Scope.Updates,
        (Scope.Filters, JsonTokenType.StartObject, _) => Scope.Filter,
        (Scope.Filter, JsonTokenType.StartArray, Member.ObjectSet) => Scope.Updates,
        (Scope.Filter, JsonTokenType.StartArray, Member.MissingSet) => Scope.MissingObjects,
        _ => Scope.None,
    };

    private void TakeWhole(ref Utf8JsonReader value, Scope scope)
    {
        switch (scope, _member)
        {
            case (Scope.Updates, _):
                _answer.Updates.Add(ObjectUpdateReader.ReadUpdate(ref value, ids, isPage: _member == Member.Objects));
                break;
            case (Scope.MissingObjects, _):
                TakeMissing(ref value);
                break;
            case (Scope.Root, Member.Version):
                _answer.Version = TextOf(ref value);
                break;
            case (Scope.Root, Member.Token):
                _answer.Token = TextOf(ref value);
                break;
            case (Scope.Root, Member.Truncated):
                _answer.Truncated = value.TokenType == JsonTokenType.True;
                break;
            case (Scope.Root, Member.FilterSet or Member.Objects) or (Scope.Filter, Member.ObjectSet):
                Expect(value.TokenType == JsonTokenType.Null);
                break;
            case (Scope.None, _):
                _isNull = value.TokenType == JsonTokenType.Null;
                Expect(_isNull);
                break;
        }
    }

    private void TakeMissing(ref Utf8JsonReader value)
    {
        if (ObjectUpdateReader.ReadMissingObject(ref value, ids) is { } update)
        {
            _answer.Updates.Add(update);
        }
        else
        {
            _answer.ViewIsGone = true;
        }
    }

    private static string? TextOf(ref Utf8JsonReader value)
    {
        Expect(value.TokenType is JsonTokenType.String or JsonTokenType.Null);
        return value.GetString();
    }

    private static Member MemberOf(ref Utf8JsonReader name) =>
        name.ValueTextEquals("objectSet"u8) ? Member.ObjectSet
        : name.ValueTextEquals("objects"u8) ? Member.Objects
        : name.ValueTextEquals("missingSet"u8) ? Member.MissingSet
        : name.ValueTextEquals("filterSet"u8) ? Member.FilterSet
        : name.ValueTextEquals("version"u8) ? Member.Version
        : name.ValueTextEquals("truncated"u8) ? Member.Truncated
        : name.ValueTextEquals("token"u8) ? Member.Token
        : Member.Other;

    private static void Expect(bool condition)
    {
        if (!condition)
        {
            throw new JsonException("A value is of another type than it should be.");
        }
    }
}
