using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Pulse.Access.Http;
using Pulse.Access.Texts;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Connections;

/// <summary>
/// Turns a request body into settings, by one rule for create, update, draft test and overlay: an omitted member keeps its
/// stored value, or has its default; a secret that is omitted, null or the mask keeps the stored one.
/// </summary>
internal sealed class SettingsReader(PlatformDescriptor platform, JsonElement json, Connection? stored, bool nameRequired)
{
    private readonly BodyMembers _body = new(json);

    /// <summary>Reads everything, so that an administrator sees all errors at once.</summary>
    public bool TryRead([NotNullWhen(true)] out ConnectionSettings? settings, out FieldErrors errors)
    {
        _body.RefuseUnknown([.. ConnectionMembers.Shared, .. platform.Fields.Select(field => field.Name)], ConnectionMembers.ServerOnly);
        var address = ReadAddress();
        var useHttps = ReadUseHttps(address);
        var read = new ConnectionSettings
        {
            Name = _body.Text(ConnectionMembers.Name, stored?.Name, nameRequired, ConnectionMembers.LongestName) ?? "",
            Host = address?.Host ?? "",
            Port = ReadPort(address, useHttps),
            UseHttps = useHttps,
            InsecureSkipVerify = _body.Flag(ConnectionMembers.InsecureSkipVerify, stored?.InsecureSkipVerify ?? false),
            CertificateThumbprint = ReadThumbprint(),
            Enabled = _body.Flag(ConnectionMembers.Enabled, stored?.Enabled ?? true),
            PollIntervalSeconds = _body.Number(
                ConnectionMembers.PollIntervalSeconds, stored?.PollIntervalSeconds ?? ConnectionMembers.DefaultPollIntervalSeconds, 10, 86400),
            Texts = ReadValues(),
            NewSecrets = ReadSecrets(),
            ClearedSecrets = ReadCleared(),
        };

        errors = _body.Errors;
        settings = errors.Any ? null : read;
        return settings is not null;
    }

    private HostAddress? ReadAddress()
    {
        if (stored is not null && !_body.Has(ConnectionMembers.Host))
        {
            return new HostAddress(stored.Host, Port: null, UseHttps: null);
        }

        // Longer than any host, so that a pasted URL fits.
        if (_body.Pasted(ConnectionMembers.Host, maxLength: 2000) is not { Length: > 0 } text)
        {
            return null;
        }

        var (address, error) = HostAddress.Parse(text);
        if (error is not null)
        {
            _body.Refuse(ConnectionMembers.Host, error);
        }

        return address;
    }

    private bool ReadUseHttps(HostAddress? address)
    {
        var useHttps = _body.Flag(ConnectionMembers.UseHttps, address?.UseHttps ?? stored?.UseHttps ?? true);
        if (address?.UseHttps is { } scheme && scheme != useHttps)
        {
            _body.Refuse(ConnectionMembers.UseHttps, "Contradicts the scheme of the URL in host: leave one of them out.");
        }
        else if (!useHttps && platform.Transport.IsHttpsOnly)
        {
            _body.Refuse(ConnectionMembers.UseHttps, $"Pulse reads a {platform.SystemNoun} over HTTPS only. Leave it out, or set it to true.");
        }

        return useHttps;
    }

    private int ReadPort(HostAddress? address, bool useHttps)
    {
        // A URL without a port means the default port of its scheme.
        var keepsPort = stored is not null && address?.UseHttps is null;
        var fallback = address?.Port ?? (keepsPort ? stored!.Port : platform.Transport.PortOf(useHttps));
        var port = _body.Number(ConnectionMembers.Port, fallback, 1, 65535);
        if (address?.Port is { } written && written != port)
        {
            _body.Refuse(ConnectionMembers.Port, "Contradicts the port written in host: leave one of them out.");
        }

        return port;
    }

    private CertificateThumbprint? ReadThumbprint()
    {
        if (!_body.Has(ConnectionMembers.CertificateThumbprint))
        {
            return CertificateThumbprint.Parse(stored?.CertificateThumbprint);
        }

        if (_body.Raw(ConnectionMembers.CertificateThumbprint) is not { } value || BodyMembers.AsString(value) is "")
        {
            return null;
        }

        var thumbprint = CertificateThumbprint.Parse(BodyMembers.AsString(value));
        if (thumbprint is null)
        {
            _body.Refuse(ConnectionMembers.CertificateThumbprint, "Must be 64 hex digits (SHA-256), or 40 (SHA-1); colons and spaces do not matter.");
        }

        return thumbprint;
    }

    private Dictionary<string, string> ReadValues()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in platform.Fields.Where(field => field.Kind != ConnectionFieldKind.Secret))
        {
            if (ReadValue(field, stored?.Texts.GetValueOrDefault(field.Name)) is { Length: > 0 } value)
            {
                values[field.Name] = value;
            }
        }

        return values;
    }

    private string? ReadValue(ConnectionField field, string? fallback) => field.Kind switch
    {
        ConnectionFieldKind.Choice => _body.Choice(field, fallback),
        ConnectionFieldKind.Switch => _body.Flag(field.Name, fallback is null ? field.IsOnByDefault : fallback == FieldValues.On)
            ? FieldValues.On
            : FieldValues.Off,
        _ => _body.Text(field.Name, fallback, field.Required, field.MaxLength, field.Forbidden),
    };

    /// <summary>An empty text removes an optional secret: null keeps it, as for every secret.</summary>
    private HashSet<string> ReadCleared() => platform.Fields
        .Where(field => field is { Kind: ConnectionFieldKind.Secret, Required: false }
            && _body.Raw(field.Name) is { } value && BodyMembers.AsString(value) is "")
        .Select(field => field.Name)
        .ToHashSet(StringComparer.Ordinal);

    private Dictionary<string, Secret> ReadSecrets()
    {
        var secrets = new Dictionary<string, Secret>(StringComparer.Ordinal);
        foreach (var field in platform.Fields.Where(field => field.Kind == ConnectionFieldKind.Secret))
        {
            if (ReadSecret(field) is { } secret)
            {
                secrets[field.Name] = secret;
            }
        }

        return secrets;
    }

    private Secret? ReadSecret(ConnectionField field)
    {
        var hasStored = stored?.HasSecret(field.Name) == true;
        if (_body.Raw(field.Name) is not { } value)
        {
            if (field.Required && !hasStored)
            {
                _body.Refuse(field.Name, "Required.");
            }

            return null;
        }

        var text = BodyMembers.AsString(value);
        if (text == Secret.Mask)
        {
            if (!hasStored)
            {
                _body.Refuse(field.Name, $"{Secret.Mask} stands for a stored value, and none is stored. Enter it.");
            }

            return null;
        }

        if (text is null)
        {
            _body.Refuse(field.Name, "Must be a string.");
        }
        else if (text.Length == 0 && !field.Required)
        {
            return null;
        }
        else if (text.Length == 0)
        {
            _body.Refuse(field.Name, "Must not be empty. Leave it out to keep the stored one.");
        }
        else if (text.Length > field.MaxLength)
        {
            _body.Refuse(field.Name, $"Must have at most {field.MaxLength} characters.");
        }
        else if (PlainText.FirstControl(text) is { } control)
        {
            _body.Refuse(field.Name, $"Must not contain {PlainText.NameOf(control)}. It was probably copied with the value.");
        }
        else
        {
            return new Secret(text);
        }

        return null;
    }
}
