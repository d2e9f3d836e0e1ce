using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>Collects the properties of one managed object type, by path.</summary>
internal sealed class PropertyTable<TEntity> : Dictionary<string, PropertyDefinition>
    where TEntity : ManagedEntity
{
    /// <summary>A string, or a value that is written as a string.</summary>
    public PropertyTable<TEntity> String(string path, Func<TEntity, string?> get, bool view = false, string type = "string") =>
        Value(path, type, entity => get(entity), static (writer, value) => writer.WriteStringValue(value), view);

    public PropertyTable<TEntity> Boolean(string path, Func<TEntity, bool?> get) =>
        Value(path, "boolean", get, static (writer, value) => writer.WriteBooleanValue(value!.Value));

    public PropertyTable<TEntity> Short(string path, Func<TEntity, short?> get) =>
        Value(path, "short", get, static (writer, value) => writer.WriteNumberValue(value!.Value));

    public PropertyTable<TEntity> Int(string path, Func<TEntity, int?> get) =>
        Value(path, "int", get, static (writer, value) => writer.WriteNumberValue(value!.Value));

    public PropertyTable<TEntity> Long(string path, Func<TEntity, long?> get) =>
        Value(path, "long", get, static (writer, value) => writer.WriteNumberValue(value!.Value));

    public PropertyTable<TEntity> Enum<TEnum>(string path, Func<TEntity, TEnum?> get, bool view = false)
        where TEnum : struct, Enum =>
        Value(path, typeof(TEnum).Name, get, static (writer, value) => writer.WriteStringValue(WireNames<TEnum>.ForVim(value!.Value)), view);

    public PropertyTable<TEntity> Ints(string path, Func<TEntity, IEnumerable<int>> get, bool view = false) =>
        Value(path, "ArrayOfInt", get, static (writer, values) => writer.WriteArray(values!, static (w, value) => w.WriteNumberValue(value)), view);

    public PropertyTable<TEntity> EmptyArray(string path, string type, bool view = false) =>
        Value(path, type, static _ => "", static (writer, _) => writer.WriteArray(Array.Empty<int>(), static (_, _) => { }), view);

    public PropertyTable<TEntity> Strings(string path, Func<TEntity, IEnumerable<string>> get, bool view = false) =>
        Value(path, "ArrayOfString", get, static (writer, values) => writer.WriteArray(values!, static (w, value) => w.WriteStringValue(value)), view);

    public PropertyTable<TEntity> Reference(string path, Func<TEntity, ManagedEntity?> get, bool view = false) =>
        Value(path, "ManagedObjectReference", get, static (writer, value) => writer.WriteReference(value!.Reference), view, isObject: true);

    public PropertyTable<TEntity> References(string path, Func<TEntity, IEnumerable<ManagedEntity?>> get, bool view = false) =>
        Value(
            path,
            "ArrayOfManagedObjectReference",
            get,
            static (writer, values) => writer.WriteArray(values!.OfType<ManagedEntity>(), static (w, value) => w.WriteReference(value.Reference)),
            view);

    public PropertyTable<TEntity> Items<TItem>(
        string path, string type, Func<TEntity, IEnumerable<TItem>> get, Action<Utf8JsonWriter, TItem> write, bool view = false) =>
        Value(path, type, get, (writer, items) => writer.WriteArray(items!, write), view);

    public PropertyTable<TEntity> Data<TValue>(string path, string type, Func<TEntity, TValue?> get, Action<Utf8JsonWriter, TEntity> write)
    {
        Add(path, new()
        {
            Path = path,
            Type = type,
            IsObject = true,
            IsSet = entity => get((TEntity)entity) is not null,
            Write = (writer, entity) => write(writer, (TEntity)entity),
        });
        return this;
    }

    /// <summary>A data object that has only a type here.</summary>
    public PropertyTable<TEntity> Empty(string path, string type, Func<TEntity, bool> isSet) =>
        Data(path, type, entity => isSet(entity) ? type : null, (writer, _) =>
        {
            writer.WriteStartObject();
            writer.WriteTypeName(type);
            writer.WriteEndObject();
        });

    /// <summary>A data object from the properties below its path that are defined so far.</summary>
    public PropertyTable<TEntity> Object(string path, string type)
    {
        var members = Values
            .Where(property => property.Path.StartsWith(path + ".", StringComparison.Ordinal) && property.Path.IndexOf('.', path.Length + 1) < 0)
            .Select(property => (Name: property.Path[(path.Length + 1)..], Property: property))
            .ToArray();
        Add(path, new()
        {
            Path = path,
            Type = type,
            IsObject = true,
            IsSet = entity => members.Any(member => member.Property.IsSet(entity)),
            Write = (writer, entity) =>
            {
                writer.WriteStartObject();
                writer.WriteTypeName(type);
                foreach (var (name, property) in members.Where(member => member.Property.IsSet(entity)))
                {
                    writer.WritePropertyName(name);
                    property.Write(writer, entity);
                }

                writer.WriteEndObject();
            },
        });
        return this;
    }

    private PropertyTable<TEntity> Value<TValue>(
        string path,
        string type,
        Func<TEntity, TValue?> get,
        Action<Utf8JsonWriter, TValue?> write,
        bool view = false,
        bool isObject = false)
    {
        Add(path, new()
        {
            Path = path,
            Type = type,
            IsObject = isObject,
            NeedsOnlyView = view,
            IsSet = entity => get((TEntity)entity) is not null,
            Write = (writer, entity) => write(writer, get((TEntity)entity)),
        });
        return this;
    }
}
