using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Workflow.Mining.Exporting;

/// <summary>Writes an object-centric log as JSON of OCEL 2.0. The form wants all events before all objects, so the cases are told twice; only one is in memory.</summary>
public static class OcelJson
{
    // Written on before it holds many cases.
    private const int Enough = 1 << 16;

    /// <summary>Writes the log.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="cases">Returns the cases from the first on; called twice and must give the same.</param>
    public static void Write(Stream stream, Func<IEnumerable<LoggedCase>> cases)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        Types(json, "eventTypes", Ocel.EventTypes.Select(t => new OcelObjectType(t, Ocel.EventAttributes)));
        Types(json, "objectTypes", Ocel.ObjectTypes);
        Each(json, "events", cases().SelectMany(c => new OcelCase(c).Events), Event);
        Each(json, "objects", cases().SelectMany(c => new OcelCase(c).Objects), Object);
        json.WriteEndObject();
    }

    /// <summary>Returns a moment as OCEL writes it.</summary>
    public static string Moment(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void Types(Utf8JsonWriter json, string name, IEnumerable<OcelObjectType> types) => Each(json, name, types, Type);

    private static void Type(Utf8JsonWriter json, OcelObjectType type)
    {
        json.WriteString("name", type.Name);
        Each(json, "attributes", type.Attributes, Attribute);
    }

    private static void Attribute(Utf8JsonWriter json, OcelAttributeType attribute)
    {
        json.WriteString("name", attribute.Name);
        json.WriteString("type", attribute.Type);
    }

    private static void Event(Utf8JsonWriter json, OcelEvent e)
    {
        json.WriteString("id", e.Id);
        json.WriteString("type", e.Type);
        json.WriteString("time", Moment(e.At));
        Each(json, "attributes", e.Values, Value);
        Each(json, "relationships", e.Objects, Relation);
    }

    private static void Object(Utf8JsonWriter json, OcelObject o)
    {
        json.WriteString("id", o.Id);
        json.WriteString("type", o.Type);
        Each(json, "attributes", o.Values, TimedValue);
        Each(json, "relationships", o.Objects, Relation);
    }

    private static void Value(Utf8JsonWriter json, OcelValue value)
    {
        json.WriteString("name", value.Name);
        json.WriteString("value", value.Value);
    }

    private static void TimedValue(Utf8JsonWriter json, OcelTimedValue value)
    {
        json.WriteString("name", value.Name);
        json.WriteString("value", value.Value);
        json.WriteString("time", Moment(value.From));
    }

    private static void Relation(Utf8JsonWriter json, OcelRelation relation)
    {
        json.WriteString("objectId", relation.Object);
        json.WriteString("qualifier", relation.Qualifier);
    }

    private static void Each<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
            if (json.BytesPending > Enough)
                json.Flush();
        }

        json.WriteEndArray();
    }
}
