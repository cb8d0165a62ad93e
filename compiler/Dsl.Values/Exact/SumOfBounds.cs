// A sum of any number of addends: exact as long as their common denominator is within the limit, else an interval.
using System.Numerics;

namespace Dsl.Values.Exact;

/// <summary>
/// Adds up bounds. What comes out does not depend on the order of the addends, and no addition costs more for those before it: every
/// addend is added in a common denominator, and once more rounded down and up to the finest decimals (<see cref="NumberLimits"/>),
/// which is what remains where the common denominator grows beyond the limit.
/// </summary>
public sealed class SumOfBounds
{
    private readonly End _low = new();
    private readonly End _high = new();

    /// <summary>Adds an addend so many times.</summary>
    public void Add(Bounds addend, long times = 1)
    {
        _low.Add(addend.Low, times);
        // Upwards is downwards of the negative.
        _high.Add(addend.High is { } high ? -high : null, times);
    }

    /// <summary>The sum so far; see <see cref="IsExact"/>.</summary>
    public Bounds Sum => NumberLimits.Hold(new(_low.Sum, _high.Sum is { } high ? -high : null));

    /// <summary>Whether the ends of the sum are those of the addends added up, and not rounded.</summary>
    public bool IsExact => _low.IsExact && _high.IsExact && (Sum.Low, Sum.High) == (_low.Sum, _high.Sum is { } high ? -high : null);

    private sealed class End
    {
        private BigInteger _numerator;
        private BigInteger _denominator = BigInteger.One;
        private BigInteger _rounded;
        private bool _isInfinite;

        public bool IsExact { get; private set; } = true;

        public Rational? Sum => _isInfinite ? null : IsExact ? new Rational(_numerator, _denominator) : NumberLimits.OfUnits(_rounded);

        public void Add(Rational? addend, long times)
        {
            if (addend is not { } value)
            {
                _isInfinite = true;
                return;
            }
            if (_isInfinite || value.IsZero)
                return;
            _rounded += NumberLimits.Down(value) * times;
            if (!IsExact)
                return;
            if (!(_denominator % value.Denominator).IsZero)
                Widen(value.Denominator);
            if (IsExact)
                _numerator += value.Numerator * (_denominator / value.Denominator) * times;
        }

        private void Widen(BigInteger denominator)
        {
            var factor = denominator / BigInteger.GreatestCommonDivisor(_denominator, denominator);
            IsExact = NumberLimits.IsFineEnough(_denominator * factor);
            (_numerator, _denominator) = (_numerator * factor, _denominator * factor);
        }
    }
}
