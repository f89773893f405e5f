using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Engine.Evidence;

/// <summary>An exact part of days or hours, so that shares add up to the whole without remainder. Written as <c>7 1/2</c>.</summary>
[JsonConverter(typeof(FractionJson))]
public readonly record struct Fraction
{
    private readonly BigInteger _over;
    private readonly BigInteger _underMinusOne;

    /// <summary>Makes a fraction in lowest terms.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="under"/> is 0.</exception>
    public Fraction(BigInteger over, BigInteger under)
    {
        if (under.IsZero)
            throw new DivideByZeroException("Expected parts of something, but it was cut into none.");
        var divisor = BigInteger.GreatestCommonDivisor(over, under) * under.Sign;
        (_over, _underMinusOne) = (over / divisor, (under / divisor) - 1);
    }

    /// <summary>Nothing.</summary>
    public static Fraction Zero => default;

    /// <summary>Above the line.</summary>
    public BigInteger Over => _over;

    /// <summary>Below the line; at least 1.</summary>
    public BigInteger Under => _underMinusOne + 1;

    /// <summary>Returns a whole number.</summary>
    public static Fraction Of(long whole) => new(whole, 1);

    /// <summary>Returns the sum.</summary>
    public static Fraction operator +(Fraction one, Fraction other) =>
        new((one.Over * other.Under) + (other.Over * one.Under), one.Under * other.Under);

    /// <summary>Returns an equal part of it.</summary>
    public static Fraction operator /(Fraction whole, int parts) => new(whole.Over, whole.Under * parts);

    /// <summary>Returns words like <c>7 1/2</c>, <c>1/3</c> or <c>4</c>.</summary>
    public override string ToString()
    {
        var whole = BigInteger.DivRem(Over, Under, out var rest);
        if (rest.IsZero)
            return whole.ToString(CultureInfo.InvariantCulture);
        return whole.IsZero ? Part(rest) : string.Create(CultureInfo.InvariantCulture, $"{whole} {Part(BigInteger.Abs(rest))}");
    }

    private string Part(BigInteger rest) => string.Create(CultureInfo.InvariantCulture, $"{rest}/{Under}");
}

/// <summary>Writes a fraction as its words: no number of JSON could hold a third.</summary>
internal sealed class FractionJson : JsonConverter<Fraction>
{
    public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("An explanation is written, never read.");

    public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
