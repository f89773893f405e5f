using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Support.Sentences;

/// <summary>Values of a recorded type that mean nothing: once with everything, once with all that may be missing left out, and once for each member of its closed sets.</summary>
internal static class MadeUp
{
    private const string Mark = "x";

    internal static IEnumerable<object> Of(Type type)
    {
        yield return Make(type, filled: true)!;
        yield return Make(type, filled: false)!;
        foreach (var set in type.GetProperties().Where(p => p.PropertyType.IsEnum && p.CanWrite))
        foreach (var member in Enum.GetValues(set.PropertyType))
        {
            var made = Make(type, filled: true)!;
            set.SetValue(made, member);
            yield return made;
        }
    }

    private static object? Make(Type type, bool filled)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return filled ? Make(inner, filled) : null;
        return type switch
        {
            _ when type == typeof(string) => Mark,
            _ when type == typeof(int) => 1,
            _ when type == typeof(long) => 1L,
            _ when type == typeof(bool) => filled,
            _ when type == typeof(DateOnly) => new DateOnly(2026, 5, 5),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 5, 5, 9, 0, 0, TimeSpan.Zero),
            _ when type == typeof(Actor) => new PersonActor(Mark),
            _ when type == typeof(Period) => new Period(2, PeriodUnit.Days),
            { IsEnum: true } => Enum.GetValues(type).GetValue(0),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => Listed(type, filled),
            { IsGenericType: true } => type.GetField("Empty")!.GetValue(null),
            { IsAbstract: true } => Make(type.GetCustomAttributes<JsonDerivedTypeAttribute>().First().DerivedType, filled),
            _ => Constructed(type, filled),
        };
    }

    private static object Listed(Type type, bool filled)
    {
        var empty = type.GetField("Empty")!.GetValue(null)!;
        return filled ? type.GetMethod("Add")!.Invoke(empty, [Make(type.GetGenericArguments()[0], filled)])! : empty;
    }

    private static object Constructed(Type type, bool filled)
    {
        var nullability = new NullabilityInfoContext();
        var constructor = type.GetConstructors()
            .Where(c => c.GetParameters().All(p => p.ParameterType != type))
            .MaxBy(c => c.GetParameters().Length)!;
        var taken = constructor.GetParameters();
        var made = constructor.Invoke([.. taken.Select(p => Value(p.ParameterType, nullability.Create(p)))]);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && taken.All(t => t.Name != p.Name)))
            property.SetValue(made, Value(property.PropertyType, nullability.Create(property)));
        return made;

        object? Value(Type wanted, NullabilityInfo info) =>
            !filled && info.WriteState == NullabilityState.Nullable ? null : Make(wanted, filled);
    }
}
